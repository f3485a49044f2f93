import type { Said } from '@/lib/comments/said'
import { TakeBack } from './take-back'

type Props = { said: Said; isAnswer: boolean; isEditor: boolean }

const link = 'inline-flex min-h-9 items-center pointer-coarse:min-h-11'

/** For people who are signed in. Answering, reporting and moderating have room on the page of the comment. */
export function CommentActions({ said, isAnswer, isEditor }: Props) {
  const { id, name, isMine, isReported } = said
  const whose = <span className="sr-only"> the comment of {name}</span>
  return (
    <div className="no-print flex flex-wrap items-center gap-x-5 text-14">
      {isAnswer ? null : (
        <a href={`/comments/${id}#answer`} className={link}>
          Answer{whose}
        </a>
      )}
      {isMine ? <TakeBack id={id} /> : null}
      {isMine || isReported ? null : (
        <a href={`/comments/${id}#report`} className={link}>
          Report{whose}
        </a>
      )}
      {isReported ? <span className="text-ink-2">Reported by you</span> : null}
      {isEditor ? (
        <a href={`/comments/${id}#moderate`} className={link}>
          Moderate{whose}
        </a>
      ) : null}
    </div>
  )
}

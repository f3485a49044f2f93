import type { Thread } from '@/lib/comments/queries'
import type { Said } from '@/lib/comments/said'
import { CommentActions } from './comment-actions'
import { SaidArticle } from './said-article'
import { hiddenWords } from './words'

/** Who looks, as far as it changes what can be done. */
export type Looking = { isEditor: boolean } | null

type Props = { thread: Thread; looking: Looking; locale: string }

export function CommentThread({ thread, looking, locale }: Props) {
  const article = (said: Said, isAnswer: boolean) => (
    <SaidArticle said={said} locale={locale}>
      {looking ? <CommentActions said={said} isAnswer={isAnswer} isEditor={looking.isEditor} /> : null}
    </SaidArticle>
  )
  return (
    <li className="grid gap-4 border-b border-line py-4">
      {'said' in thread ? (
        article(thread.said, false)
      ) : (
        <p id={`comment-${thread.id}`} className="text-15 text-ink-2">
          {hiddenWords[thread.hidden]}
        </p>
      )}
      {thread.answers.length > 0 ? (
        <ul className="grid gap-4 border-l-2 border-line pl-4">
          {thread.answers.map((answer) => (
            <li key={answer.id}>{article(answer, true)}</li>
          ))}
        </ul>
      ) : null}
    </li>
  )
}

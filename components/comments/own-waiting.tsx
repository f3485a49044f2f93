import type { WaitingComment } from '@/lib/comments/queries'
import { CommentText } from './comment-text'
import { TakeBack } from './take-back'
import { hiddenWords } from './words'

/** What only its writer sees here. */
export function OwnWaiting({ waiting }: { waiting: WaitingComment[] }) {
  if (waiting.length === 0) return null
  return (
    <ul aria-label="Your comments that wait" className="no-print grid gap-3">
      {waiting.map(({ id, text, isAnswer }) => (
        <li key={id} className="grid gap-1 rounded border-l-4 border-signal bg-signal-soft px-4 py-3">
          <p className="text-14 font-semibold">
            {isAnswer ? 'Your answer. ' : ''}
            {hiddenWords.held}
          </p>
          <CommentText text={text} />
          <TakeBack id={id} />
        </li>
      ))}
    </ul>
  )
}

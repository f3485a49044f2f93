import { numberText } from '@/components/format'
import { commentIdIn } from '@/lib/comments/input'
import { getComments, listOwnWaiting } from '@/lib/comments/queries'
import { isEditor } from '@/lib/comments/rules'
import { keptForm } from '@/lib/web/forms'
import { currentViewer } from '@/lib/web/session'
import { CommentForm } from './comment-form'
import { OwnWaiting } from './own-waiting'
import { CommentThread } from './thread'
import { countWords } from './words'

type Props = {
  /** The page that is commented on. */
  href: string
  params: Record<string, string | string[] | undefined>
  locale: string
}

/** What readers say below a page. Visitors see the same, whoever they are; more is for those who are signed in. */
export async function Comments({ href, params, locale }: Props) {
  const viewer = await currentViewer()
  const { count, threads, next, isFirst } = await getComments(href, viewer, commentIdIn(params.comments))
  const looking = viewer ? { isEditor: isEditor(viewer.kind) } : null
  return (
    <section
      aria-labelledby="comments"
      className={`grid max-w-[44rem] gap-4 border-t border-line pt-5 ${count === 0 ? 'no-print' : ''}`}
    >
      <h2 id="comments" className="text-22 font-semibold">
        {countWords(count, (value) => numberText(value, locale))}
      </h2>
      {isFirst ? null : <PartLink href={`${href}#comments`}>Comments from the first one on</PartLink>}
      {threads.length === 0 ? (
        <p className="text-ink-2">Nobody has said anything about this page yet.</p>
      ) : (
        <ol className="border-t border-line">
          {threads.map((thread) => (
            <CommentThread key={thread.id} thread={thread} looking={looking} locale={locale} />
          ))}
        </ol>
      )}
      {next ? <PartLink href={`${href}?comments=${next}#comments`}>More comments</PartLink> : null}
      {viewer ? (
        <>
          <OwnWaiting waiting={await listOwnWaiting(viewer, href)} />
          <CommentForm
            action="/api/comments"
            page={href}
            label="Write a comment"
            send="Send the comment"
            kept={await keptForm(params.kept)}
          />
        </>
      ) : (
        <PartLink href={`/sign-in?next=${encodeURIComponent(`${href}#comments`)}`}>
          Sign in to comment
        </PartLink>
      )}
    </section>
  )
}

function PartLink({ href, children }: { href: string; children: string }) {
  return (
    <p className="no-print">
      <a href={href} className="inline-flex items-center pointer-coarse:min-h-11">
        {children}
      </a>
    </p>
  )
}

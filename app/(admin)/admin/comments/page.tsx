import type { Metadata } from 'next'
import { CommentToRead } from '@/components/comments/comment-to-read'
import { FormMessage } from '@/components/employer/form-message'
import { PageHeading } from '@/components/ui/page-heading'
import { listWaitingComments } from '@/lib/comments/queue'
import { env } from '@/lib/env'
import { keptForm } from '@/lib/web/forms'
import { requireModerator } from '@/lib/web/session'

export const metadata: Metadata = { title: 'Comments to read' }

export default async function AdminCommentsRoute({ searchParams }: PageProps<'/admin/comments'>) {
  await requireModerator('/admin/comments')
  const { after, kept } = await searchParams
  const [{ comments, next }, form] = await Promise.all([listWaitingComments(after), keptForm(kept)])
  return (
    <>
      <PageHeading
        title="Comments to read"
        lead="What newcomers wrote, and what readers reported: what waits longest comes first."
      />
      <FormMessage message={form?.errors.reason ?? form?.message} />
      {comments.length === 0 ? <p className="text-ink-2">None waits for you.</p> : null}
      <ul className="max-w-3xl border-t border-line">
        {comments.map((comment) => (
          <CommentToRead key={comment.id} comment={comment} locale={env().BOARD_LOCALE} />
        ))}
      </ul>
      {next ? (
        <p className="pt-4">
          <a
            href={`/admin/comments?after=${next}`}
            className="inline-flex items-center pointer-coarse:min-h-11"
          >
            Those that came later
          </a>
        </p>
      ) : null}
    </>
  )
}

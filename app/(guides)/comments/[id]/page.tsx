import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { CommentForm } from '@/components/comments/comment-form'
import { ReportForm } from '@/components/comments/report-form'
import { SaidArticle } from '@/components/comments/said-article'
import { TakeBack } from '@/components/comments/take-back'
import { RemovalForm, VerdictForm } from '@/components/comments/verdict-forms'
import { hiddenWords } from '@/components/comments/words'
import { Notice } from '@/components/ui/notice'
import { PageHeading } from '@/components/ui/page-heading'
import { commentIdIn } from '@/lib/comments/input'
import { getComment } from '@/lib/comments/one-comment'
import { isEditor } from '@/lib/comments/rules'
import { env } from '@/lib/env'
import { keptForm } from '@/lib/web/forms'
import { requireViewer } from '@/lib/web/session'

export const metadata: Metadata = { title: 'A comment', robots: { index: false } }

/** One comment with all that its reader can do about it; the page that it stands on needs no room for that. */
export default async function CommentRoute({ params, searchParams }: PageProps<'/comments/[id]'>) {
  const { id } = await params
  const viewer = await requireViewer(`/comments/${id}`)
  const known = commentIdIn(id)
  const comment = known && (await getComment(known, viewer))
  if (!comment) notFound()
  const { page, href, isHeld, isAnswer, isMine, isReported } = comment
  const kept = await keptForm((await searchParams).kept)
  return (
    <div className="grid max-w-2xl gap-8 pb-10">
      <div>
        <PageHeading
          title={isAnswer ? 'An answer' : 'A comment'}
          lead={
            <>
              On <a href={href}>{page.title}</a>
            </>
          }
        />
        {isHeld ? <Notice look="time">{hiddenWords.held}.</Notice> : null}
        <SaidArticle said={comment} locale={env().BOARD_LOCALE}>
          {isMine ? <TakeBack id={comment.id} /> : null}
        </SaidArticle>
      </div>
      {isAnswer || isHeld ? null : (
        <section aria-label="Answer" id="answer">
          <CommentForm
            action={`/api/comments/${comment.id}/answers`}
            label="Your answer"
            send="Send the answer"
            kept={kept}
          />
        </section>
      )}
      {isMine || isHeld ? null : <ReportForm id={comment.id} isReported={isReported} kept={kept} />}
      {isEditor(viewer.kind) ? (
        <section aria-labelledby="moderate" className="grid gap-3 border-t border-line pt-5">
          <h2 id="moderate" className="text-18 font-semibold">
            Moderate
          </h2>
          {isHeld ? <VerdictForm id={comment.id} verdict="approve" words="Approve" /> : null}
          <RemovalForm id={comment.id} />
        </section>
      ) : null}
    </div>
  )
}

import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { CaughtMail } from '@/components/demo/caught-mail'
import { PageHeading } from '@/components/ui/page-heading'
import { env, isDemo } from '@/lib/env'
import { getCaughtMail } from '@/lib/mail/queries'

export const metadata: Metadata = { title: 'Caught mail', robots: { index: false } }

export default async function CaughtMailRoute({ params }: PageProps<'/demo/mail/[id]'>) {
  const { id } = await params
  const mail = isDemo() && /^\d{1,15}$/.test(id) ? await getCaughtMail(Number(id)) : null
  if (!mail) notFound()
  return (
    <div className="wrap max-w-3xl pt-5">
      <p className="pb-3 text-15">
        <a href="/demo/mail">← All caught mail</a>
      </p>
      <PageHeading title={mail.subject} />
      <CaughtMail mail={mail} locale={env().BOARD_LOCALE} />
    </div>
  )
}

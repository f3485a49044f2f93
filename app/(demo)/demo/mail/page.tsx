import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { CaughtMailList } from '@/components/demo/caught-mail-list'
import { PageHeading } from '@/components/ui/page-heading'
import { env, isDemo } from '@/lib/env'
import { listCaughtMail } from '@/lib/mail/queries'

export const metadata: Metadata = { title: 'Caught mail', robots: { index: false } }

export default async function CaughtMailRoute() {
  if (!isDemo()) notFound()
  const mails = await listCaughtMail()
  return (
    <div className="wrap pt-5">
      <PageHeading
        title="Caught mail"
        lead="In the demo every mail goes by SMTP to a catcher on this machine. The newest stands first; load the page again for more."
      />
      <CaughtMailList mails={mails} locale={env().BOARD_LOCALE} />
    </div>
  )
}

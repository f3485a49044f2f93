import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { DemoPeople } from '@/components/demo/demo-people'
import { PageHeading } from '@/components/ui/page-heading'
import { isDemo } from '@/lib/env'

export const metadata: Metadata = { title: 'Try the board', robots: { index: false } }

export default function DemoRoute() {
  if (!isDemo()) notFound()
  return (
    <div className="wrap max-w-4xl pt-5">
      <PageHeading
        title="Try the board as somebody"
        lead="This is a demo on your own machine: real jobs from public snapshots, and two people to be."
      />
      <DemoPeople />
    </div>
  )
}

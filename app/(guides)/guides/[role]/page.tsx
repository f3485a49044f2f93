import type { Metadata } from 'next'
import { GuideOf, guideMetadata } from './guide-route'

export async function generateMetadata({ params }: PageProps<'/guides/[role]'>): Promise<Metadata> {
  return guideMetadata({ ...(await params), section: 'overview' })
}

export default async function OverviewRoute({ params, searchParams }: PageProps<'/guides/[role]'>) {
  return GuideOf({ ...(await params), section: 'overview', searchParams })
}

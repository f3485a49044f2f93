import type { Metadata } from 'next'
import { permanentRedirect } from 'next/navigation'
import { getGuide } from '@/lib/guides/queries'
import { GuideOf, guideMetadata } from '../guide-route'

type Props = PageProps<'/guides/[role]/[section]'>

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return guideMetadata(await params)
}

export default async function SectionRoute({ params, searchParams }: Props) {
  const { role, section } = await params
  // The overview has one address: that of the role.
  if (section === 'overview' && (await getGuide(role))) permanentRedirect(`/guides/${role}`)
  return GuideOf({ role, section, searchParams })
}

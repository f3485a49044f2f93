import { coverOfComparison } from '@/components/covers/guide-cover'

export const dynamic = 'force-dynamic'
export const alt = 'What the open jobs say of it today'
export const size = { width: 1200, height: 630 }
export const contentType = 'image/png'

export default async function GuideImage({ params }: { params: Promise<{ pair: string }> }) {
  return coverOfComparison((await params).pair)
}

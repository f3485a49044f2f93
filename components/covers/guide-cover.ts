import { notFound } from 'next/navigation'
import { env } from '@/lib/env'
import { calledHere } from '@/lib/figures/called'
import { type Cover, coverOf, coversOfPair } from '@/lib/guides/cover'
import { getComparison, getGuide } from '@/lib/guides/queries'
import { coverImage } from './cover-image'

/** The picture of a page of a role's guide, as other sites show it beside a link. */
export async function coverOfGuide(role: string, section: string): Promise<Response> {
  const guide = await getGuide(role, section)
  if (!guide) notFound()
  const cover = await coverOf(guide)
  return coverOfPage(guide.title, cover ? [cover] : [])
}

export async function coverOfComparison(pair: string): Promise<Response> {
  const comparison = await getComparison(pair)
  if (!comparison) notFound()
  return coverOfPage(comparison.title, await coversOfPair(comparison.roles))
}

async function coverOfPage(title: string, covers: Cover[]): Promise<Response> {
  const { country, role, locale } = await calledHere()
  const names = covers.flatMap((cover) =>
    cover.kind === 'pay'
      ? [
          [cover.country, country(cover.country)],
          [cover.role, role(cover.role)],
        ]
      : [],
  )
  return coverImage({ board: env().BOARD_NAME, title, covers, names: Object.fromEntries(names), locale })
}

import type { z } from 'zod'
import type { guidesAnswer } from '@/lib/feeds/openapi-answers'
import type { GuidesAsked } from '../input'
import { searchGuides, suggestGuides } from './search-guides'

export type GuidesAnswer = z.output<typeof guidesAnswer>

/** What `/api/v1/guides` answers. */
export async function answerGuides({ q, in: among, page, limit }: GuidesAsked): Promise<GuidesAnswer> {
  const asking = { from: (page - 1) * limit, limit }
  if (among === 'names') {
    const { found, total } = await suggestGuides(q, asking)
    return {
      data: found.map((one) => ({ ...one, excerpt: null })),
      meta: { total, readAs: [], isPartial: false },
    }
  }
  const { found, ...meta } = await searchGuides(q, asking)
  return {
    data: found.map((one) => ({ ...one, excerpt: one.excerpt.map(({ text }) => text).join('') })),
    meta,
  }
}

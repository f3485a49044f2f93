import type { Taxonomy } from '@/lib/taxonomy/build'
import type { DraftForm } from './input'
import { type Faults, type PublishFacts, publishFacts } from './publish-facts'
import { faultsByField, publishableForm } from './publishable'
import { endOfUtcDay } from './rules'

export type { Faults }
export type Checked = { ok: true; facts: PublishFacts } | { ok: false; faults: Faults }

/** `company`: the name of who hires. */
type About = { taxonomy: Taxonomy; company: string; now: Date }

/** Whether a draft can be published as it stands at `now`, and as what. */
export function checkDraft(draft: DraftForm, { taxonomy, company, now }: About): Checked {
  const parsed = publishableForm.safeParse(draft)
  if (!parsed.success) return { ok: false, faults: faultsByField(parsed.error) }
  const { closesOn } = parsed.data
  if (closesOn && endOfUtcDay(closesOn) <= now) {
    return { ok: false, faults: { closesOn: 'This day is over. Choose a later one, or leave it empty.' } }
  }
  return publishFacts(parsed.data, { taxonomy, company })
}

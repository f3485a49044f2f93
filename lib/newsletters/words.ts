import { env } from '@/lib/env'
import type { Called } from '@/lib/figures/called'
import { words } from '@/lib/figures/phrase'
import { seniorityLabels } from '@/lib/jobs/labels'
import type { MailItem } from '@/lib/mail/templates'
import type { Moved } from './rules'

/** "Median pay, Senior, United States: 184,000 USD, was 178,000 USD", and on what each rests. */
export function movedItem(moved: Moved, called: Called): MailItem {
  const { before, now } = moved
  const say = sayer(moved)
  return {
    title: `${nameOf(moved, called)}: ${say(now.number)}, was ${say(before.number)}`,
    href: `/jobs?figure=${now.figure.id}`,
    lines: [`Now: ${restsOn(now, moved, say)}`, `Before: ${restsOn(before, moved, say)}`],
  }
}

function nameOf(moved: Moved, called: Called): string {
  switch (moved.of) {
    case 'pay':
      return [
        'Median pay by year',
        moved.seniority ? seniorityLabels[moved.seniority] : 'all levels',
        called.country(moved.country),
      ].join(', ')
    case 'openings':
      return 'Openings'
    case 'remote':
      return 'Remote'
    case 'skill':
      return `Asked for: ${moved.name}`
  }
}

function sayer(moved: Moved): (number: number) => string {
  const { count, money, part } = words(env().BOARD_LOCALE)
  if (moved.of === 'pay') return (number) => money(number, moved.currency)
  return moved.of === 'openings' ? count : part
}

/** "178,000 USD on 21 Nov 2026, from 143 openings at 41 companies". */
function restsOn({ number, figure }: Moved['now'], { of }: Moved, say: (number: number) => string): string {
  const { BOARD_LOCALE } = env()
  const { count } = words(BOARD_LOCALE)
  const day = new Intl.DateTimeFormat(BOARD_LOCALE, { dateStyle: 'medium', timeZone: 'UTC' })
  const openings = `${count(figure.openings)} ${figure.openings === 1 ? 'opening' : 'openings'}`
  const companies = `${count(figure.companies)} ${figure.companies === 1 ? 'company' : 'companies'}`
  const what = of === 'openings' ? openings : say(number)
  const base = of === 'openings' ? 'at' : `from ${openings} at`
  return `${what} on ${day.format(new Date(figure.asOf))}, ${base} ${companies}`
}

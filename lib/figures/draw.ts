import { employmentTypes, seniorities, workplaces } from '@/db/values'
import { seniorityLabels } from '@/lib/jobs/labels'
import { payOf, sharesBy } from './asked'
import type { Called } from './called'
import type { Drawing, PayRow, Receipt, ShareRow } from './drawing'
import { missing, overlap, type Skills } from './overlap'
import { words } from './phrase'
import type { Known } from './queries'
import type { DrawnQuestion } from './question'
import type { Dimension, Figure, Measure, PayValue, SharesValue } from './types'

export type Drawn = { ok: true; drawing: Drawing } | { ok: false; why: string }

const ROWS = 12
const SKILLS = 20
const TRANSITIONS = 6
const MISSING = 4

type Pay = Figure<Extract<Measure, { of: 'pay' }>> & { value: PayValue }

/** The picture of a question, or why there is none yet. */
export function drawingOf(asked: DrawnQuestion, known: Known, called: Called): Drawn {
  const say = words(called.locale)
  switch (asked.name) {
    case 'pay-distribution': {
      const found = known.find(payOf(asked.role, asked))
      if (!found) return tooFew
      const { value } = found
      const title = `Half of the pay points lie between ${say.number(value.p25)} and ${say.money(value.p75, value.currency)} a year`
      return drawn({ kind: 'distribution', title, value, receipts: [receiptOf(found)] })
    }
    case 'pay-by-seniority':
      return payRows(
        seniorities.flatMap((seniority) => {
          const found = known.find(payOf(asked.role, { country: asked.country, seniority }))
          return found ? [rowOf(seniorityLabels[seniority], found)] : []
        }),
        (rows) => `${medians(rows, say)} by level, ${called.country(asked.country)}`,
      )
    case 'pay-by-country':
      return payRows(
        payFigures(known, asked.role)
          .filter(({ measure: { within } }) => !within.seniority && !within.skill)
          .toSorted((a, b) => b.openings - a.openings)
          .slice(0, ROWS)
          .map((found) => rowOf(called.country(found.measure.within.country), found)),
        (rows) =>
          `Pay a year in ${rows.length === 1 ? 'one country' : `${rows.length} countries`}, each in its own currency`,
      )
    case 'pay-with-skills':
      return payWithSkills(asked, known, called)
    case 'pay-compared':
      return payRows(
        [asked.role, asked.against].flatMap((role) => {
          const found = known.find(payOf(role, { country: asked.country }))
          return found ? [rowOf(called.role(role), found)] : []
        }),
        (rows) => `${medians(rows, say)}, ${called.country(asked.country)}`,
      )
    case 'skills-compared':
      return skillsCompared(asked, known, called)
    case 'openings-per-week': {
      const found = known.find({ of: 'weeks', role: asked.role })
      const last = found?.value.weeks.at(-1)
      if (!found || !last)
        return { ok: false, why: 'This board has not watched these jobs for a whole week yet.' }
      const title = `${say.count(last.opened)} openings came and ${say.count(last.closed)} went in the week of ${last.week}`
      return drawn({ kind: 'weeks', title, value: found.value, receipts: [receiptOf(found)] })
    }
    case 'transitions':
      return transitions(asked, known, called)
    case 'skills':
      return bars(
        known.find(sharesBy('skill', asked.role, asked.seniority ? { seniority: asked.seniority } : {})),
        {
          hrefOf: (slug) => searchHref(asked.role, 'skill', slug),
          most: SKILLS,
          choose: ({ kind }) => !asked.kind || asked.kind.some((one) => one === kind),
          titleOf: (name, part) => `${name} stands in ${part} of openings`,
          called,
        },
      )
    default:
      return listed(asked, known, called)
  }
}

const tooFew: Drawn = {
  ok: false,
  why: 'Too few open jobs tell: a picture is drawn from 8 openings at 4 companies on.',
}

function drawn(drawing: Drawing): Drawn {
  return { ok: true, drawing }
}

export function receiptOf({ id, asOf, openings, companies, jobs }: Figure): Receipt {
  return { id, asOf, openings, companies, jobs }
}

function rowOf(label: string, found: Pay): PayRow {
  const { currency, votes, p10, p25, p50, p75, p90 } = found.value
  return { label, currency, votes, p10, p25, p50, p75, p90, receipt: receiptOf(found) }
}

function payRows(rows: PayRow[], titleOf: (rows: PayRow[]) => string): Drawn {
  if (rows.length === 0) return tooFew
  return drawn({ kind: 'pay-rows', title: titleOf(rows), rows, receipts: rows.map((row) => row.receipt) })
}

function medians(rows: readonly PayRow[], say: ReturnType<typeof words>): string {
  const [first, last] = [rows[0], rows.at(-1)]
  if (!first || !last) return ''
  const one = `Median ${say.money(first.p50, first.currency)} for ${first.label}`
  return first === last ? one : `${one}, ${say.money(last.p50, last.currency)} for ${last.label}`
}

function payFigures(known: Known, role: string): Pay[] {
  return known.figures.filter((one): one is Pay => one.measure.of === 'pay' && one.measure.role === role)
}

function payWithSkills(
  asked: Extract<DrawnQuestion, { name: 'pay-with-skills' }>,
  known: Known,
  called: Called,
): Drawn {
  const say = words(called.locale)
  const entries = new Map(
    known.find(sharesBy('skill', asked.role))?.value.entries.map((one) => [one.slug, one]),
  )
  const found = payFigures(known, asked.role).filter(({ measure: { within } }) => {
    const kind = entries.get(within.skill ?? '')?.kind
    return within.country === asked.country && kind && (!asked.kind || asked.kind.some((one) => one === kind))
  })
  const rows = found
    .toSorted((a, b) => b.openings - a.openings)
    .slice(0, ROWS)
    .toSorted((a, b) => b.value.p50 - a.value.p50)
    .map((one) => rowOf(entries.get(one.measure.within.skill ?? '')?.name ?? '', one))
  return payRows(rows, (all) => `${medians(all, say)}, ${called.country(asked.country)}`)
}

function skillsCompared(
  asked: Extract<DrawnQuestion, { name: 'skills-compared' }>,
  known: Known,
  called: Called,
): Drawn {
  const [own, other] = [asked.role, asked.against].map((role) => known.find(sharesBy('skill', role)))
  if (!own || !other) return tooFew
  const partOf = ({ value, openings }: Skills, slug: string) =>
    (value.entries.find((one) => one.slug === slug)?.openings ?? 0) / openings
  const names = new Map([...own.value.entries, ...other.value.entries].map(({ slug, name }) => [slug, name]))
  const rows = [...names]
    .map(([slug, label]) => ({ label, shares: [partOf(own, slug), partOf(other, slug)] as [number, number] }))
    .sort((a, b) => Math.max(...b.shares) - Math.max(...a.shares))
    .slice(0, ROWS)
  const title = `${words(called.locale).part(overlap(own, other))} of what both ask for is the same`
  const sides: [string, string] = [called.role(asked.role), called.role(asked.against)]
  return drawn({ kind: 'paired-bars', title, sides, rows, receipts: [receiptOf(own), receiptOf(other)] })
}

function transitions(
  asked: Extract<DrawnQuestion, { name: 'transitions' }>,
  known: Known,
  called: Called,
): Drawn {
  const own = known.find(sharesBy('skill', asked.role))
  if (!own) return tooFew
  const others = known.figures.filter(
    (one): one is Skills =>
      one.measure.of === 'shares' &&
      one.measure.by === 'skill' &&
      one.measure.role !== asked.role &&
      Object.keys(one.measure.within).length === 0,
  )
  const rows = others
    .map((other) => ({
      label: called.role(other.measure.role),
      href: `/jobs?role=${other.measure.role}`,
      shared: overlap(own, other),
      missing: missing(own, other, MISSING).map(({ name, openings }) => ({ label: name, openings })),
    }))
    .sort((a, b) => b.shared - a.shared)
    .slice(0, TRANSITIONS)
  const [nearest] = rows
  if (!nearest) return tooFew
  const title = `${nearest.label} is nearest: ${words(called.locale).part(nearest.shared)} of the skills are the same`
  return drawn({ kind: 'transitions', title, rows, receipts: [receiptOf(own)] })
}

type Bars = {
  hrefOf: (slug: string) => string | null
  most: number
  choose?: (entry: SharesValue['entries'][number]) => boolean
  titleOf: (name: string, part: string) => string
  called: Called
}

function bars(
  found: (Figure & { value: SharesValue }) | null,
  { hrefOf, most, choose = () => true, titleOf, called }: Bars,
): Drawn {
  const entries = found?.value.entries.filter(choose).slice(0, most)
  const first = entries?.find(({ slug }) => slug !== 'none') ?? entries?.[0]
  if (!found || !entries || !first) return tooFew
  const rows: ShareRow[] = entries.map(({ slug, name, openings }) => ({
    label: name,
    href: hrefOf(slug),
    openings,
  }))
  const title = titleOf(first.name, words(called.locale).part(first.openings / found.openings))
  return drawn({ kind: 'bars', title, rows, openings: found.openings, receipts: [receiptOf(found)] })
}

type Listed = Extract<
  DrawnQuestion,
  { name: 'workplace' | 'seniority' | 'employment' | 'places' | 'companies' }
>

const dimensionOf: Record<Listed['name'], Exclude<Dimension, 'pay' | 'country'>> = {
  workplace: 'workplace',
  seniority: 'seniority',
  employment: 'employment',
  places: 'city',
  companies: 'company',
}

/** Closed lists stand in their own order, others with the largest first. */
const orders: Partial<Record<Dimension, readonly string[]>> = {
  workplace: workplaces,
  seniority: seniorities,
  employment: employmentTypes,
}

function listed(asked: Listed, known: Known, called: Called): Drawn {
  const by = dimensionOf[asked.name]
  const found = known.find(sharesBy(by, asked.role))
  const order = orders[by]
  const inOrder = order &&
    found && {
      ...found,
      value: { entries: found.value.entries.toSorted((a, b) => rank(order, a) - rank(order, b)) },
    }
  const [largest] = found?.value.entries.filter(({ slug }) => slug !== 'none') ?? []
  return bars(inOrder ?? found, {
    hrefOf: (slug) => searchHref(asked.role, by, slug),
    most: ROWS,
    titleOf: (_, part) =>
      largest && found
        ? `${largest.name}: ${words(called.locale).part(largest.openings / found.openings)} of openings`
        : part,
    called,
  })
}

function rank(order: readonly string[], { slug }: { slug: string }): number {
  const place = order.indexOf(slug)
  return place < 0 ? order.length : place
}

/** The open jobs of one entry, as a search. */
function searchHref(role: string, by: Exclude<Dimension, 'pay' | 'country'>, slug: string): string {
  const key = by === 'employment' ? 'type' : by === 'city' ? 'place' : by
  return `/jobs?role=${role}&${key}=${slug}`
}

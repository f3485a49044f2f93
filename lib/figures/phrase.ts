import { inlineMeasures, jobsOf, payOf, shareOf, sharesBy, withinOf } from './asked'
import { overlap } from './overlap'
import type { Known } from './queries'
import type { InlineQuestion } from './question'
import { type Figure, MIN_COMPANIES, MIN_OPENINGS, type PayValue, type SharesValue } from './types'

/** A figure as a sentence has it: a phrase with its unit, and what it rests on. `isTold` is false below the minimum. */
export type Phrase = { text: string; isTold: boolean; receipts: Figure[] }

const noAmount: Phrase = { text: 'an amount that too few open jobs state', isTold: false, receipts: [] }
const noShare: Phrase = { text: 'a share that too few open jobs tell', isTold: false, receipts: [] }
const noNames: Phrase = { text: 'none that enough open jobs name', isTold: false, receipts: [] }

export function phraseOf(asked: InlineQuestion, known: Known, locale: string): Phrase {
  const say = words(locale)
  switch (asked.name) {
    case 'salary-step': {
      const [from, to] = [asked.from, asked.to].map((seniority) =>
        known.find(payOf(asked.role, { country: asked.country, seniority })),
      )
      return from && to ? difference(say, to, from) : noShare
    }
    case 'salary-gap': {
      const [own, other] = [asked.role, asked.against].map((role) => known.find(payOf(role, asked)))
      return own && other ? difference(say, own, other) : noShare
    }
    case 'open-jobs': {
      const found = known.find(jobsOf(asked.role, withinOf(asked)))
      return told(say.count(found?.openings ?? 0), found)
    }
    case 'companies': {
      const found = known.find(jobsOf(asked.role, withinOf(asked)))
      return told(say.count(found?.companies ?? 0), found)
    }
    case 'share':
      return share(say, shareOf(asked), known)
    case 'top-skills': {
      const found = known.find(sharesBy('skill', asked.role))
      const ofKind = found?.value.entries.filter(
        ({ kind }) => !asked.kind || asked.kind.some((one) => one === kind),
      )
      return top(say, found, ofKind, asked.count, (openings, all) => say.part(openings / all))
    }
    case 'top-companies': {
      const found = known.find(sharesBy('company', asked.role))
      return top(say, found, found?.value.entries, asked.count, say.count)
    }
    case 'top-places': {
      const found = known.find(sharesBy('city', asked.role))
      return top(say, found, found?.value.entries, asked.count, say.count)
    }
    case 'shared-skills': {
      const [own, other] = [asked.role, asked.against].map((role) => known.find(sharesBy('skill', role)))
      return own && other ? told(say.part(overlap(own, other)), own, other) : noShare
    }
    default: {
      const [measure] = inlineMeasures(asked)
      const found = measure?.of === 'pay' ? known.find(measure) : null
      return found ? told(amountOf(say, asked.name, found.value), found) : noAmount
    }
  }
}

function told(text: string, ...receipts: (Figure | null)[]): Phrase {
  return { text, isTold: true, receipts: receipts.filter((one) => one !== null) }
}

type PayName = Exclude<
  InlineQuestion['name'],
  'salary-step' | 'salary-gap' | 'open-jobs' | 'companies' | 'share' | 'shared-skills' | `top-${string}`
>

function amountOf(say: Words, name: PayName, value: PayValue): string {
  switch (name) {
    case 'salary-middle-half':
      return `${say.number(value.p25)} to ${say.money(value.p75, value.currency)}`
    case 'salary-p10':
      return say.money(value.p10, value.currency)
    case 'salary-p25':
      return say.money(value.p25, value.currency)
    case 'salary-p75':
      return say.money(value.p75, value.currency)
    case 'salary-p90':
      return say.money(value.p90, value.currency)
    case 'salary-median':
    case 'salary-with':
      return say.money(value.p50, value.currency)
  }
}

type PayFigure = Figure & { value: PayValue }

/** By how much one median lies above another: only where both are in one currency. */
function difference(say: Words, one: PayFigure, other: PayFigure): Phrase {
  if (one.value.currency !== other.value.currency || other.value.p50 === 0) return noShare
  return told(say.part(one.value.p50 / other.value.p50 - 1), one, other)
}

function share(say: Words, { part, whole }: ReturnType<typeof shareOf>, known: Known): Phrase {
  const all = known.find(whole)
  if (!all || all.openings < MIN_OPENINGS || all.companies < MIN_COMPANIES) return noShare
  const some = known.find(part)
  return told(say.part((some?.openings ?? 0) / all.openings), some, all)
}

function top(
  say: Words,
  found: (Figure & { value: SharesValue }) | null,
  entries: SharesValue['entries'] | undefined,
  count: number,
  sayOpenings: (openings: number, all: number) => string,
): Phrase {
  const named = entries?.filter(({ slug }) => slug !== 'none').slice(0, count)
  if (!found || !named?.length) return noNames
  const list = named.map(({ name, openings }) => `${name} (${sayOpenings(openings, found.openings)})`)
  return told(say.list(list), found)
}

type Words = ReturnType<typeof wordsOf>

/** Pay as it is written: nobody states it more exactly than to hundreds. */
export function toHundreds(amount: number): number {
  return Math.round(amount / 100) * 100
}

const kept = new Map<string, Words>()

/** How numbers are written on this board. Making the formats costs more than a page full of them. */
export function words(locale: string): Words {
  const known = kept.get(locale) ?? wordsOf(locale)
  kept.set(locale, known)
  return known
}

function wordsOf(locale: string) {
  const number = new Intl.NumberFormat(locale, { maximumFractionDigits: 0 })
  const percent = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 0 })
  const list = new Intl.ListFormat(locale, { type: 'conjunction' })
  return {
    count: (n: number) => number.format(n),
    number: (amount: number) => number.format(toHundreds(amount)),
    money: (amount: number, currency: string) => `${number.format(toHundreds(amount))} ${currency}`,
    part: (part: number) => percent.format(part),
    list: (items: string[]) => list.format(items),
  }
}

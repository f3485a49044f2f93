import { codeOf, workplaces } from '@/db/values'
import { currencyValue, WORLDWIDE } from '@/lib/jobs/terms'
import { minorDigits } from '@/lib/money'
import { PAY_STEP } from '../defaults'
import type { Codes } from './codes'
import type { EngineRow } from './engine-row'

const REMOTE = codeOf(workplaces, 'remote')
const NOT_STATED: readonly number[] = [0]
/** Jobs whose pay reaches more steps than this are counted with those that reach it. */
export const MAX_STEPS = 200

export function traitsCode(codes: Codes, row: EngineRow): number {
  const { seniority, workplace, employmentType, visa, hasText } = row
  const text = hasText ? 1 : 0
  const key = (((seniority * 256 + workplace) * 256 + employmentType) * 256 + visa) * 2 + text
  return codes.get(key) ?? codes.add(key, [[seniority], [workplace], [employmentType], [visa], [text]])
}

export function locationCode(codes: Codes, { countries, regions, cities }: EngineRow): number {
  const key =
    countries.length < 2 && regions.length < 2 && cities.length < 2
      ? ((countries[0] ?? 0) * 65_536 + (regions[0] ?? 0)) * 2 ** 20 + (cities[0] ?? 0)
      : `${countries.join()}|${regions.join()}|${cities.join()}`
  return codes.get(key) ?? codes.add(key, [stated(countries), stated(regions), stated(cities)])
}

/** Only remote jobs have values, and who may work from anywhere has only that one. */
export function eligibilityCode(codes: Codes, { workplace, worldwide, eligibility }: EngineRow): number {
  const values = workplace !== REMOTE ? [] : worldwide ? [WORLDWIDE] : stated(eligibility)
  const key = values.length === 0 ? -1 : values.length === 1 ? (values[0] as number) : values.join()
  return codes.get(key) ?? codes.add(key, [values])
}

export function singleCode(codes: Codes, value: number): number {
  return codes.get(value) ?? codes.add(value, [[value]])
}

/** Currency and whole steps of the top pay: its code says all that the facet counts. */
export class PaySteps {
  readonly currencies: (string | null)[] = []
  readonly steps: number[] = []

  code(codes: Codes, { annualMax, payCurrency }: EngineRow): number {
    if (annualMax === null || payCurrency === null) return codes.get(-1) ?? this.add(codes, -1, null, 0)
    const step = Math.min(MAX_STEPS, Math.floor(annualMax / stepMinor(payCurrency)))
    const key = currencyValue(payCurrency) * (MAX_STEPS + 1) + step
    return codes.get(key) ?? this.add(codes, key, payCurrency, step)
  }

  private add(codes: Codes, key: number, currency: string | null, step: number): number {
    this.currencies.push(currency)
    this.steps.push(step)
    return codes.add(key, currency === null ? [NOT_STATED, []] : [[], [currencyValue(currency)]])
  }
}

/** A step of the pay facet in minor units. */
export function stepMinor(currency: string): number {
  return PAY_STEP * 10 ** minorDigits(currency)
}

function stated(values: readonly number[]): readonly number[] {
  return values.length === 0 ? NOT_STATED : values
}

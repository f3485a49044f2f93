import { createHash } from 'node:crypto'
import type { JobRecord } from '@/db/seed/load-jobs'
import { slugOf } from '@/lib/companies/rules'
import { annualPay } from '@/lib/jobs/pay'
import { base32 } from '@/lib/jobs/public-id'
import type { Random } from '@/lib/jobs/testing/random'
import { cardOf } from './card'
import { between, pick, seeded, Weighted, zipf } from './random'
import type { Sample } from './sample'
import { searchedOf } from './searched'
import { madeUpWords, textMaker } from './text'

/** Goes up with each change that makes other rows: kept corpora of an older one are built again. */
export const CORPUS_VERSION = 1

export type Company = { id: number; slug: string; name: string }
export type CorpusJob = ReturnType<ReturnType<typeof corpusOf>['job']>

const DAYS = 90
const DAY_MS = 86_400_000
const JITTER_MS = 30 * 60_000
/** Jobs of a company on average; the largest of 50,000 has nearly a tenth of all. */
const JOBS_PER_COMPANY = 20
/** Of a hundred: jobs whose text is only at the employer's site, that name no skill, that offer a visa, that refuse one. */
const SHARES = { withoutText: 3, withoutSkills: 5, visaOffered: 4, visaRefused: 8 }

/**
 * A board of so many jobs. Who, where and what it pays are drawn from the sample, each in one piece, so that they go together
 * as in the real data; job n is the same in every run, only the day of the newest (`until`) moves.
 */
export function corpusOf({ sample, jobs, until }: { sample: Sample; jobs: number; until: Date }) {
  const companies = companiesOf(Math.max(50, Math.round(jobs / JOBS_PER_COMPANY)))
  const company = new Weighted(companies, zipf(companies.length))
  const text = textMaker(sample.texts)

  const job = (id: number) => {
    const random = seeded(id)
    const kind = pick(random, sample.records)
    const where = pick(random, sample.records)
    const employer = company.draw(random)
    const skills = skillsOf(random, sample, kind.role_id ?? 0)
    const names = skills.map((skill) => sample.skills.get(skill)?.name ?? '')
    const written = text(random, { job: id, title: kind.title, skills: names })
    const published =
      until.getTime() - ((jobs - id) / jobs) * DAYS * DAY_MS - JITTER_MS + random() * 2 * JITTER_MS
    const stated = {
      id,
      public_id: base32(createHash('sha256').update(`waypost bench ${id}`).digest().subarray(0, 16)),
      company_id: employer.id,
      company: employer.name,
      title: kind.title,
      slug: slugOf(kind.title) ?? 'job',
      text: chance(random, SHARES.withoutText) ? '' : written,
      role_id: kind.role_id,
      seniority: kind.seniority,
      employment_type: kind.employment_type,
      visa: visaOf(random),
      workplace: where.workplace,
      location_stated: where.location_stated,
      eligibility_stated: where.eligibility_stated,
      eligible_worldwide: where.eligible_worldwide,
      eligible: where.eligible,
      places: where.places,
      skills,
      ...payOf(random, sample, where),
      first_published_at: new Date(published).toISOString(),
      first_seen_at: new Date(published + between(random, 0, 6 * 3600) * 1000).toISOString(),
    }
    return { ...stated, ...searchedOf(stated), skill_names: names.join(', '), card: cardOf(sample, stated) }
  }
  return { companies, job }
}

function companiesOf(count: number): Company[] {
  const words = madeUpWords(count, 2)
  return words.map((word, at) => {
    const number = String(at + 1).padStart(5, '0')
    return {
      id: at + 1,
      slug: `${word}-${number}`,
      name: `${word[0]?.toUpperCase()}${word.slice(1)} ${number}`,
    }
  })
}

function skillsOf(random: Random, sample: Sample, role: number): number[] {
  if (chance(random, SHARES.withoutSkills)) return []
  const drawn = sample.skillsOf.get(role) ?? sample.skillsOf.get(0)
  const skills = new Set<number>()
  const wanted = between(random, 5, 12)
  for (let tries = 0; drawn && skills.size < wanted && tries < 60; tries++) skills.add(drawn.draw(random))
  return [...skills].sort((a, b) => a - b)
}

function chance(random: Random, ofHundred: number): boolean {
  return random() * 100 < ofHundred
}

function visaOf(random: Random): number {
  const drawn = random() * 100
  if (drawn < SHARES.visaOffered) return 1
  return drawn < SHARES.visaOffered + SHARES.visaRefused ? 2 : 0
}

/** As a job of the same country states it, moved by up to a fifth. */
function payOf(random: Random, { records, byCountry }: Sample, where: JobRecord) {
  const like = pick(random, byCountry.get(where.places[0]?.country_id ?? 0) ?? records)
  const factor = BigInt(between(random, 80, 120))
  const moved = (minor: string | null) => (minor === null ? null : (BigInt(minor) * factor) / 100n)
  const [min, max, currency, period] = [
    moved(like.pay_min),
    moved(like.pay_max),
    like.pay_currency,
    like.pay_period,
  ]
  const annual = currency && period ? annualPay({ min, max, currency, period }) : null
  const plausible = annual?.plausible ? annual : null
  return {
    pay_min: min?.toString() ?? null,
    pay_max: max?.toString() ?? null,
    pay_currency: currency,
    pay_period: period,
    annual_min: plausible?.min.toString() ?? null,
    annual_max: plausible?.max.toString() ?? null,
    pay_implausible: annual !== null && !annual.plausible,
  }
}

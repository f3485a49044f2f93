import type { SeedJob } from '../types'

export type FederalPosting = {
  title: string
  org: string
  opens: string | null
  closes: string | null
  appointment_type: string | null
  salary_min: number | null
  salary_max: number | null
  currency: string
  location: string | null
  apply_url: string | null
  source: string
  last_commit: string
  body_markdown: string
}

/** The offices are all parts of one agency, and their names are no companies of their own. */
export const FEDERAL_COMPANY = {
  slug: 'technology-transformation-services',
  name: 'Technology Transformation Services (US General Services Administration)',
  website: 'https://join.tts.gsa.gov',
}

export function fromFederal(posting: FederalPosting): SeedJob {
  const day = posting.opens ?? posting.last_commit
  const { salary_min: min, salary_max: max, currency } = posting
  return {
    id: `federal:${posting.source}`,
    company: FEDERAL_COMPANY.slug,
    title: titleOf(posting),
    locations: posting.location ? [posting.location.trim()] : [],
    publishedAt: `${day}T12:00:00.000Z`,
    firstSeenAt: `${day}T12:00:00.000Z`,
    pay: min === null && max === null ? undefined : { min, max, currency, period: 'year' },
    applyUrl: applyUrlOf(posting.apply_url),
    text: textOf(posting.body_markdown),
    closes: posting.closes ?? undefined,
  }
}

/** "18F: Product Director GS15" says office and grade as well; both stand in the text. */
function titleOf({ title, org }: FederalPosting): string {
  const plain = title.startsWith(`${org}:`) ? title.slice(org.length + 1) : title
  return plain
    .trim()
    .replace(/^18F: /, '')
    .replace(/,? GS-?\d{2}$/, '')
    .replace(/, GS-\d{4}-\d{2}$/, '')
    .trim()
}

function applyUrlOf(url: string | null): string | undefined {
  return url && /^https:\/\//.test(url) && !url.endsWith('/whatever') ? url : undefined
}

/** `###Heading` is no heading in CommonMark; addresses of persons are not shipped. */
function textOf(markdown: string): string {
  return markdown
    .replace(/\r\n/g, '\n')
    .replace(/^(#{1,6})(?=[^\s#])/gm, '$1 ')
    .replace(/\[([^\]]*)\]\(mailto:[^)]*\)/g, '$1')
    .replace(/<?[\w.+-]+@[\w.-]+\.\w+>?/g, '(e-mail address removed)')
    .trim()
}

import type { SeedCompany, SeedJob } from '../types'
import { slugOfCompany } from './company-slug'
import { FEDERAL_COMPANY } from './from-federal'

export type RemoteCompany = { file: string; front_matter: string }
type Sources = {
  jobs: readonly SeedJob[]
  remote: readonly RemoteCompany[]
  /** Proper names by slug, kept by hand. */
  names: Readonly<Record<string, string>>
  /** Texts of a board, only read for the way in which it writes its own name. */
  textsOf: (slug: string) => readonly string[]
}

/** Name by hand, else as the directory of remote companies has it, else as the board itself writes it, else capitalised. */
export function buildCompanies({ jobs, remote, names, textsOf }: Sources): SeedCompany[] {
  const listed = new Map(remote.flatMap(listing))
  const slugs = [...new Set(jobs.map((job) => job.company))].sort()
  return slugs.map((slug) => {
    if (slug === FEDERAL_COMPANY.slug) return FEDERAL_COMPANY
    const known = listed.get(letters(slug))
    const name = names[slug] ?? known?.name ?? nameInTexts(slug, textsOf(slug)) ?? capitalised(slug)
    return { slug, name, website: known?.website ?? null }
  })
}

function listing({
  file,
  front_matter,
}: RemoteCompany): [string, { name: string; website: string | null }][] {
  const field = (key: string) => front_matter.match(new RegExp(`^${key}: "?([^"\\n]*)"?$`, 'm'))?.[1]
  const name = field('title')
  const website = field('website')
  const entry = name && { name, website: website && /^https?:\/\//.test(website) ? website : null }
  return entry ? [[letters(slugOfCompany(file.replace(/\.md$/, ''))), entry]] : []
}

function nameInTexts(slug: string, texts: readonly string[]): string | undefined {
  const spelled = new RegExp(`\\b${[...letters(slug)].join("[ .&'’-]?")}\\b`, 'gi')
  const counts = new Map<string, number>()
  for (const text of texts) {
    for (const [found] of text.matchAll(spelled))
      if (/[A-Z]/.test(found)) counts.set(found, (counts.get(found) ?? 0) + 1)
  }
  return [...counts].sort(([a, n], [b, m]) => m - n || (a < b ? -1 : 1))[0]?.[0]
}

function capitalised(slug: string): string {
  return slug
    .split('-')
    .map((word) => (word === 'ai' ? 'AI' : word.charAt(0).toUpperCase() + word.slice(1)))
    .join(' ')
}

function letters(slug: string): string {
  return slug.replace(/-/g, '')
}

import type { MemberRole } from '@/db/values'

/** Slugs that would read as a page of the board or of the employer's area. */
const reserved = new Set(['new', 'edit', 'all', 'search', 'jobs', 'companies', 'admin', 'api', 'waypost'])
export const MAX_SLUG = 60

/** ASCII words joined by hyphens, at most 60 characters; null when nothing is left, as for a name in Chinese. */
export function slugOf(name: string): string | null {
  const slug = name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/ß/g, 'ss')
    .replace(/[øØ]/g, 'o')
    .replace(/[łŁ]/g, 'l')
    .replace(/[æÆ]/g, 'ae')
    .replace(/['’`´]/g, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, MAX_SLUG)
    .replace(/^-+|-+$/g, '')
  return slug === '' ? null : slug
}

/** The slugs to try for a company, in order: its name, then the name with numbers; `random` ends every race. */
export function slugCandidates(name: string, random: string): string[] {
  const base = slugOf(name) ?? 'company'
  const plain = reserved.has(base) ? [] : [base]
  return [...plain, ...[2, 3, 4, 5].map((n) => `${base}-${n}`), `${base}-${random}`]
}

const rank: Record<MemberRole, number> = { observer: 1, recruiter: 2, owner: 3 }

/** An owner may do what a recruiter may, a recruiter what an observer may. */
export function mayAs(role: MemberRole, needed: MemberRole): boolean {
  return rank[role] >= rank[needed]
}

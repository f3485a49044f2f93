/** Boards of one company under several names. */
const sameCompany: Readonly<Record<string, string>> = { applytosuno: 'suno' }

/** `Synergy Pet Group` and `Jerry.ai` as they stand in a URL. */
export function slugOfCompany(board: string): string {
  const slug = board
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
  return sameCompany[slug] ?? slug
}

import type { ImportedJob } from './shape'

/** Each place of a job as its source writes it; an address where it writes none. */
export function placeWords({ locations }: Pick<ImportedJob, 'locations'>): string[] {
  const words = locations.map(({ text, address }) => text ?? addressWords(address))
  return [...new Set(words.filter((line) => line !== ''))]
}

function addressWords(address: ImportedJob['locations'][number]['address']): string {
  return [address?.locality, address?.region, address?.country].filter(Boolean).join(', ')
}

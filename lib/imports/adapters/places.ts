import type { JobFields } from '../shape'

type Line = string | null | undefined
export type Place = NonNullable<JobFields['locations']>[number]

/** A place as stated, in one text or in parts or in both; none where neither says anything. */
export function placeOf(text: Line, parts: { locality?: Line; region?: Line; country?: Line } = {}): Place[] {
  const address = {
    locality: lineOf(parts.locality),
    region: lineOf(parts.region),
    country: lineOf(parts.country),
  }
  const stated = address.locality || address.region || address.country ? address : null
  const words = lineOf(text)
  return words || stated ? [{ text: words, address: stated }] : []
}

/**
 * What a bare flag "remote" says of a job: beside an office in a city it may mean as little as a day a week, so it counts only where no
 * other place is stated than "Remote" and countries. The words of a place are read elsewhere.
 */
export function remoteByFlag(flag: boolean | null | undefined, places: readonly Place[]): 'remote' | null {
  return flag && places.every(isNoOffice) ? 'remote' : null
}

function isNoOffice({ text, address }: Place): boolean {
  if (address?.locality || address?.region) return false
  return !text || /^remote$/i.test(text) || text === address?.country
}

export function lineOf(value: Line): string | null {
  return value?.trim() || null
}

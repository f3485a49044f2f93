import type { AnyPage } from '../pages'
import { countWords } from '../text'
import type { Prose } from './prose'

/** Shorter ones are said by everybody. */
const LEAST_WORDS = 6

/** Sentences that stand on two pages. */
export function faultsOfDuplicates(pages: readonly { page: AnyPage; prose: Prose }[]): string[] {
  const owners = new Map<string, string>()
  return pages.flatMap(({ page: { file }, prose }) =>
    prose.sentences.flatMap(({ text }) => {
      if (countWords(text) < LEAST_WORDS) return []
      const plain = text
        .toLowerCase()
        .replace(/[^\p{L}\p{N}]+/gu, ' ')
        .trim()
      const owner = owners.get(plain) ?? file
      owners.set(plain, owner)
      return owner === file ? [] : [`${file}: "${text}" stands in ${owner} too`]
    }),
  )
}

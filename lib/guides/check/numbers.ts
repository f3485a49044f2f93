import type { NumberName } from '../input'
import type { AnyPage } from '../pages'
import { CITE, type Prose, splitSentences } from './prose'

const digits = /\p{N}|%|‰/u
const words =
  /\b(per ?cent|(twent|thirt|fort|fift|sixt|sevent|eight|ninet)(y|ies|ieth)(-\p{L}+)?|(hundred|thousand|million|billion|trillion|dozen)(s|th)?)\b/iu

/** Claims about how the trade is, which only figures can make: “most jobs”, “half of the employers”. */
const shares =
  /\b(most|half|(two|three) (thirds|quarters)|a (third|quarter)|(the|a|vast|large) majority) (of )?(all )?(the )?(open |\p{L}+ )?(jobs|openings|vacancies|employers|companies|firms|salaries|developers|engineers|administrators)\b/iu
/** What a reader is to do if it is so claims nothing. */
const isConditional = /\b(if|should|unless|when|whether)\b/i

/** Numbers in prose that are neither figure, public, cited, rule, code, worked example nor a name. */
export function faultsOfNumbers(page: AnyPage, { sentences }: Prose, names: readonly NumberName[]): string[] {
  const head = [page.title, page.description].flatMap(splitSentences)
  const prose = sentences.filter(({ isExample }) => !isExample).map(({ text }) => text)
  return [...head, ...prose].flatMap((sentence) => {
    const number = numberIn(sentence, names)
    return number === null ? [] : [`"${number}" is neither a figure nor sourced: ${excerpt(sentence)}`]
  })
}

/** The first number that a sentence may not say; null where there is none. */
export function numberIn(sentence: string, names: readonly NumberName[]): string | null {
  if (sentence.includes(CITE)) return null
  const plain = withoutNames(sentence, names)
  const found = shares.exec(plain)
  const claim = found && !isConditional.test(plain.slice(0, found.index)) ? found : null
  return words.exec(plain)?.[0] ?? digitsIn(plain) ?? claim?.[0] ?? null
}

function digitsIn(text: string): string | null {
  return digits.test(text) ? (/\S*(?:\p{N}|%|‰)\S*/u.exec(text)?.[0] ?? null) : null
}

function withoutNames(sentence: string, names: readonly NumberName[]): string {
  return [...names]
    .sort((a, b) => b.name.length - a.name.length)
    .reduce((text, { name }) => withoutName(text, name), sentence)
}

/** Whole names only: `404` does not free `4040`. */
function withoutName(text: string, name: string): string {
  let left = text
  for (let at = left.indexOf(name); at >= 0; at = left.indexOf(name, at + 1)) {
    const isWhole =
      !/[\p{L}\p{N}]$/u.test(left.slice(0, at)) && !/^[\p{L}\p{N}]/u.test(left.slice(at + name.length))
    if (isWhole) left = `${left.slice(0, at)} ${left.slice(at + name.length)}`
  }
  return left
}

function excerpt(sentence: string): string {
  const plain = sentence.replace(/[\uE000-\uE003]/g, '…')
  return plain.length > 90 ? `${plain.slice(0, 90)}…` : plain
}

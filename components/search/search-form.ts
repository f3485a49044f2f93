import { NONE } from '@/lib/search/search'
import { sortedQuery } from './query-string'

type Control = HTMLInputElement | HTMLSelectElement

/** Every control of the listing belongs to it, wherever it stands. */
export function searchForm(): HTMLFormElement | null {
  return document.querySelector<HTMLFormElement>('form#search')
}

/** Say nothing without a pay floor: a currency chosen first waits for its number. */
const ofFloor = new Set(['currency', 'period', 'also.pay'])
/** Say nothing without a place: they go with the last one. */
const ofPlace = new Set(['radius', 'near_or_remote'])

export function searchOf(form: HTMLFormElement): string {
  const fields = [...new FormData(form)].filter((f): f is [string, string] => typeof f[1] === 'string')
  const filled = fields.map(([key, value]): [string, string] => [key, value.trim()])
  const has = (asked: (pair: [string, string]) => boolean) =>
    filled.some((pair) => pair[1] !== '' && pair[1] !== NONE && asked(pair))
  const hasFloor = has(([key]) => key === 'pay')
  const hasPlace = has(([key]) => key === 'place' || key === 'where')
  return sortedQuery(
    filled.filter(
      ([key, value]) =>
        // A floor that is typed takes the place of "only pay not stated".
        (hasFloor ? !(key === 'pay' && value === NONE) : !ofFloor.has(key)) &&
        (hasPlace || !ofPlace.has(key)),
    ),
  )
}

/** Ticks and choices that were made before the scripts arrived count too: after this turn, when Next listens to the history. */
export function afterEarlyChoices(form: HTMLFormElement, act: () => void): () => void {
  const waiting = setTimeout(() => controlsOf(form).some(isChosenAnew) && act())
  return () => clearTimeout(waiting)
}

function isChosenAnew(control: Control): boolean {
  if (isTick(control)) return control.checked !== control.defaultChecked
  if (!(control instanceof HTMLSelectElement)) return false
  const asSent = [...control.options].findIndex((option) => option.defaultSelected)
  return control.selectedIndex !== Math.max(0, asSent)
}

/**
 * The form says at once what the URL says, so that the next click starts from there even before anything is rendered.
 * Words that were typed but not sent stay, unless their part of the search changed.
 */
export function fillForm(form: HTMLFormElement, query: string, before?: string): void {
  const now = new URLSearchParams(query)
  const then = before === undefined ? null : new URLSearchParams(before)
  for (const control of controlsOf(form)) {
    if (isTick(control)) control.name = keyIn(now, control)
    const { name } = control
    const values = now.getAll(name)
    if (isTick(control)) control.checked = values.includes(control.value) || (!values[0] && !control.value)
    else if (now.get(name) !== then?.get(name)) control.value = values[0] ?? ''
    if (control instanceof HTMLSelectElement && control.selectedIndex < 0) control.value = ''
  }
}

/** A value of a facet is kept, left out or one of several that are all asked for: the key says which. */
function keyIn(now: URLSearchParams, { id, name, value }: HTMLInputElement): string {
  const facet = name.replace(/^not\.|\.all$/g, '')
  if (id !== `f-${facet}-${value}`) return name
  const keys = [facet, `not.${facet}`, `${facet}.all`]
  return keys.find((key) => now.getAll(key).includes(value)) ?? name.replace(/^not\./, '')
}

function controlsOf(form: HTMLFormElement): Control[] {
  return [...form.elements].filter(
    (control): control is Control =>
      control instanceof HTMLSelectElement ||
      (control instanceof HTMLInputElement && control.type !== 'hidden'),
  )
}

function isTick(control: Control): control is HTMLInputElement {
  return control.type === 'checkbox' || control.type === 'radio'
}

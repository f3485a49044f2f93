import { withValue } from './change'
import { countSearch } from './count'
import { partsOf } from './describe'
import { nearest } from './nearest'
import { type Resolved, resolveSearch } from './resolve'
import { type ChoiceKey, emptySearch, NONE, radii, type Search, withins } from './search'
import { loadVocabulary } from './words/vocabulary'
import { leavesOf, printWords, type WordTree, withoutLeaf } from './words/word-tree'

/** One way out of an empty result: what to drop or widen, and exactly how many jobs that gives. */
export type Step = { label: string; search: Search; count: number }

type Way = Omit<Step, 'count'>

const MOST_WAYS = 24
const MOST_PAIRS = 28
const MOST_SHOWN = 10

/**
 * Ways out of a search that finds nothing (SEARCH.md §1, rule 6), those that find something. One filter dropped or widened; where that
 * is not enough, two dropped; and the whole board. What could not be counted within the time is left out.
 */
export async function stepsFrom(search: Search, timeLimitMs: number): Promise<Step[]> {
  const resolved = await resolveSearch(search)
  const spelled = await respelled(resolved)
  // The names that a word could have meant are read once in a while: that time is not taken from the ways.
  const until = performance.now() + timeLimitMs
  const single = [...spelled, ...widened(resolved), ...dropped(resolved)]
  const found = await counted(single.slice(0, MOST_WAYS), until)
  const enough = found.length > 0 ? found : await counted(droppedTwice(resolved).slice(0, MOST_PAIRS), until)
  const all = await counted([{ label: 'All jobs', search: emptySearch }], until)
  return [...enough.slice(0, MOST_SHOWN), ...all]
}

async function counted(ways: readonly Way[], until: number): Promise<Step[]> {
  const steps: Step[] = []
  for (const way of ways) {
    const left = Math.floor(until - performance.now())
    if (left < 20) break
    const count = await countSearch(way.search, left).catch(() => 0)
    if (count > 0) steps.push({ ...way, count })
  }
  return steps
}

function dropped(resolved: Resolved): Way[] {
  const { search, words } = resolved
  const leaves = leavesOf(words?.tree ?? null)
  const single =
    words && leaves.length > 1
      ? leaves.map((leaf) => withoutWord(search, words.tree, leaf.at, leaf.text))
      : []
  return [
    ...single,
    ...partsOf(resolved).map(({ label, without }) => ({ label: `Without ${label}`, search: without })),
  ]
}

function withoutWord(search: Search, tree: WordTree, at: number, text: string): Way {
  const left = printWords(withoutLeaf(tree, at))
  return { label: `Without the word “${text}”`, search: { ...search, q: left === '' ? null : left } }
}

function droppedTwice(resolved: Resolved): Way[] {
  const parts = partsOf(resolved)
  return parts.flatMap((first, i) =>
    parts.slice(i + 1).map((second) => ({
      label: `Without ${first.label} and ${second.label}`,
      search: intersection(first.without, second.without),
    })),
  )
}

/** What both have: each of them has dropped one part of the same search. */
function intersection(a: Search, b: Search): Search {
  const entries = Object.entries(a).map(([key, value]) => {
    const other = b[key as keyof Search]
    if (Array.isArray(value)) return [key, value.filter((one) => (other as unknown[]).includes(one))]
    if (isChoice(value) && isChoice(other)) {
      return [
        key,
        {
          any: value.any.filter((one) => other.any.includes(one)),
          not: value.not.filter((one) => other.not.includes(one)),
        },
      ]
    }
    return [key, value === null || value === false ? value : other]
  })
  return Object.fromEntries(entries) as Search
}

type Values = { any: readonly string[]; not: readonly string[] }

function isChoice(value: unknown): value is Values {
  return typeof value === 'object' && value !== null && 'any' in value
}

/** What "not stated" is said of, where a search may allow it. */
const silent: Partial<Record<ChoiceKey, string>> = {
  role: 'role',
  seniority: 'level',
  type: 'employment type',
  workplace: 'workplace',
  country: 'country',
  from: 'eligibility',
  visa: 'visa policy',
}

function widened({ search }: Resolved): Way[] {
  const ways: Way[] = []
  const radius = radii.find((km) => km > (search.radius ?? 0))
  if (radius !== undefined && search.place.any.some((value) => value !== NONE)) {
    ways.push({ label: `Within ${radius} km`, search: { ...search, radius } })
  }
  for (const key of ['posted', 'seen'] as const) {
    const wider = withins[withins.indexOf(search[key] ?? '30d') + 1]
    if (search[key] && wider) {
      ways.push({
        label: `${key === 'posted' ? 'Published' : 'First seen'} in the last ${Number.parseInt(wider, 10)} days`,
        search: { ...search, [key]: wider },
      })
    }
  }
  const { pay } = search
  if (pay?.statedOnly && pay.floor !== null && pay.floor !== NONE) {
    ways.push({
      label: 'With jobs that state no pay',
      search: { ...search, pay: { ...pay, statedOnly: false } },
    })
  }
  if (pay?.floor && pay.floor !== NONE && !pay.anyCurrency) {
    ways.push({
      label: 'With pay in another currency',
      search: { ...search, pay: { ...pay, anyCurrency: true } },
    })
  }
  if (search.skillAll.length > 1) {
    const any = search.skillAll.reduce<Search>((so, skill) => withValue(so, 'skill', skill), {
      ...search,
      skillAll: [],
    })
    if (search.skill.any.length === 0) ways.push({ label: 'With any of the skills', search: any })
  }
  for (const [key, words] of Object.entries(silent) as [ChoiceKey, string][]) {
    const { any, not } = search[key]
    if (any.length > 0 && !any.includes(NONE) && !not.includes(NONE)) {
      ways.push({ label: `With jobs that state no ${words}`, search: withValue(search, key, NONE) })
    }
  }
  return ways
}

/** A likely misspelling is offered, never put in its place in silence. */
async function respelled({ search, words }: Resolved): Promise<Way[]> {
  const vocabulary = await loadVocabulary()
  return leavesOf(words?.tree ?? null).flatMap((leaf) => {
    const typed = leaf.text.toLowerCase()
    if (search.q === null || leaf.isPhrase || typed.length < 4 || vocabulary.words.has(typed)) return []
    const meant = nearest(typed, vocabulary.words)
    if (meant === null || meant === typed) return []
    return [
      {
        label: `With “${meant}” instead of “${leaf.text}”`,
        search: { ...search, q: search.q.replace(leaf.text, () => meant) },
      },
    ]
  })
}

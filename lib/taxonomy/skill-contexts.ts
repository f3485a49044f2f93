import type { SkillKind } from '@/db/values'
import { expandBraces } from './text'
import type { SkillContextData } from './types'
import { skillWords } from './words'

/** Phrases by their first word, the longest first; read from the end they are known by their last one. */
export class Phrases {
  private readonly byEdge = new Map<string, string[][]>()

  constructor(
    phrases: readonly (readonly string[])[],
    private readonly edge: 'first' | 'last' = 'first',
  ) {
    for (const words of phrases.toSorted((a, b) => b.length - a.length)) {
      const key = words.at(edge === 'first' ? 0 : -1)
      if (key === undefined) continue
      const same = this.byEdge.get(key) ?? []
      same.push([...words])
      this.byEdge.set(key, same)
    }
  }

  /** Length of the phrase whose first (or last) word stands at `at`, and which goes no further than `limit`; 0 where there is none. */
  at(words: readonly string[], at: number, limit: number): number {
    const first = this.edge === 'first'
    for (const phrase of this.byEdge.get(words[at] ?? '') ?? []) {
      const start = first ? at : at - phrase.length + 1
      if (first ? start + phrase.length > limit : start < limit) continue
      if (phrase.every((word, i) => words[start + i] === word)) return phrase.length
    }
    return 0
  }
}

/** When a name counts that may also mean something else. */
export type SkillContext = {
  /** Exact spellings; null: in capitals or not. */
  spellings: ReadonlySet<string> | null
  alone: boolean
  listKinds: ReadonlySet<SkillKind> | null
  after: Phrases
  afterWithin: number
  /** These reach no further than a word or two. */
  afterNear: Phrases
  /** Nouns that open a list with a bracket or a colon: "tools (…)". */
  opens: ReadonlySet<string>
  before: Phrases
  beforeWithin: number
  /** These stand directly after it. */
  next: Phrases
  never: Phrases
  neverAfter: Phrases
  neverNear: Phrases
  neverFarAfter: Phrases
}

export type SkillContexts = {
  /** By the words of the alias. */
  byAlias: ReadonlyMap<string, SkillContext>
  readOver: readonly string[][]
  fillers: ReadonlySet<string>
  departments: ReadonlySet<string>
  /** Before the company's own name: "About …", "Life at …". */
  ownName: Phrases
  ofOthers: Phrases
  ofOthersAtStart: Phrases
  /** "Collaborate with": the fields that follow are departments, up to a word such as "to". */
  together: Phrases
  togetherEnds: ReadonlySet<string>
  /** "Degree in": what follows is a subject, up to a word such as "experience". */
  subjects: Phrases
  experienceWords: ReadonlySet<string>
  companies: Phrases
  negatedBefore: Phrases
  negatedDirectly: ReadonlySet<string>
  negatedAfter: Phrases
  sections: { ofOthers: ReadonlySet<string>; firstWords: ReadonlySet<string> }
}

export function skillContexts(data: SkillContextData): SkillContexts {
  const byAlias = new Map<string, SkillContext>()
  for (const group of data.groups) {
    const spellings = new Map<string, Set<string>>()
    for (const alias of group.aliases) {
      const key = skillWords(alias).join(' ')
      spellings.set(key, (spellings.get(key) ?? new Set()).add(alias))
    }
    const phrases = (names: readonly string[] = [], edge: 'first' | 'last' = 'first') =>
      new Phrases(phrasesOf(names, data.lists), edge)
    const shared = {
      alone: group.alone ?? false,
      listKinds: group.list ? new Set(group.list) : null,
      after: phrases(group.after, 'last'),
      afterWithin: group.afterWithin ?? 0,
      afterNear: phrases(group.afterNear, 'last'),
      opens: new Set(phrasesOf(group.opens ?? [], data.lists).map((words) => words.join(' '))),
      before: phrases(group.before),
      beforeWithin: group.beforeWithin ?? 0,
      next: phrases(group.next),
      never: phrases(group.never),
      neverAfter: phrases(group.neverAfter, 'last'),
      neverNear: phrases(group.neverNear),
      neverFarAfter: phrases(group.neverFarAfter, 'last'),
    }
    for (const [key, exact] of spellings) {
      if (byAlias.has(key)) throw new Error(`the alias "${key}" stands in two groups`)
      byAlias.set(key, { ...shared, spellings: group.spelling === 'exact' ? exact : null })
    }
  }
  const plainPhrases = (names: readonly string[]) => phrasesOf(names, data.lists)
  return {
    byAlias,
    readOver: plainPhrases(data.readOver),
    fillers: new Set(data.fillers),
    departments: new Set(data.departments),
    ownName: new Phrases(plainPhrases(data.ownName), 'last'),
    ofOthers: new Phrases(plainPhrases(data.ofOthers)),
    ofOthersAtStart: new Phrases(plainPhrases(data.ofOthersAtStart)),
    subjects: new Phrases(plainPhrases(data.subjects), 'last'),
    experienceWords: new Set(data.experienceWords),
    together: new Phrases(plainPhrases(data.together), 'last'),
    togetherEnds: new Set(data.togetherEnds),
    companies: new Phrases(plainPhrases(data.companies)),
    negatedDirectly: new Set(data.negatedDirectly),
    negatedBefore: new Phrases(plainPhrases(data.negatedBefore), 'last'),
    negatedAfter: new Phrases(plainPhrases(data.negatedAfter)),
    sections: {
      ofOthers: new Set(plainPhrases(data.sections.ofOthers).map((words) => words.join(' '))),
      firstWords: new Set(data.sections.firstWords),
    },
  }
}

/** `LISTS` are put in the place of their names, and braces stand for each of their choices. */
function phrasesOf(names: readonly string[], lists: SkillContextData['lists']): string[][] {
  return names
    .flatMap((name) => lists[name] ?? name)
    .flatMap((phrase) => expandBraces(phrase).map(skillWords))
}

import type { Condition, ValueKind } from '../condition'
import type { Board } from './board'
import type { Column } from './column'
import { type Filter, PublishedFilter, SeenFilter, SetFilter, SkillFilter, TableFilter } from './filter'
import { AllFilter, ConstantFilter, NotFilter, SomeFilter } from './joined-filters'
import { MAX_STEPS, stepMinor } from './row-codes'
import type { SlotSet } from './slot-set'

/** The slots whose job has the words, held by somebody else. Undefined: nobody knows yet. */
export type WordSource = (is: 'text' | 'title', query: string) => SlotSet | undefined

/** The engine cannot answer until its source of words knows these. */
export class UnknownWords extends Error {
  constructor(
    readonly is: 'text' | 'title',
    readonly query: string,
  ) {
    super(`no slots are known for ${is} ${query}`)
    this.name = 'UnknownWords'
  }
}

const DAY_US = 86_400_000_000

type ColumnKind = Exclude<ValueKind, 'skill'>
const columnOf: Record<ColumnKind, keyof Board['columns']> = {
  role: 'role',
  company: 'company',
  seniority: 'traits',
  workplace: 'traits',
  employmentType: 'traits',
  visa: 'traits',
  text: 'traits',
  country: 'location',
  region: 'location',
  city: 'location',
  eligibility: 'eligibility',
  pay: 'pay',
  currency: 'pay',
}

/** Turns conditions into filters of the board as it is now. */
export class FilterMaker {
  constructor(
    private readonly board: Board,
    private readonly words: WordSource,
    private readonly nowUs: number,
  ) {}

  make(condition: Condition): Filter {
    switch (condition.is) {
      case 'any':
        return condition.kind === 'skill'
          ? this.skills(condition.values)
          : this.values(condition.kind, condition.values)
      case 'pay':
        return this.pay(condition.currency, condition.annualMinor)
      case 'published':
        return this.published(this.nowUs - condition.withinDays * DAY_US)
      case 'seen':
        return new SeenFilter(this.board, this.nowUs - condition.withinDays * DAY_US)
      case 'text':
      case 'title':
        return this.wordsOf(condition.is, condition.query)
      case 'all':
        return this.all(condition.of.map((one) => this.make(one)))
      case 'some':
        return this.some(condition.of.map((one) => this.make(one)))
      case 'not':
        return this.not(this.make(condition.of))
    }
  }

  /** Filters that pass together what all of these pass; the one that leaves least first. */
  parts(filters: readonly Filter[]): Filter[] {
    return merged(this.withOneSet(filters), (a, b) => a & b).sort((a, b) => a.bound - b.bound)
  }

  all(filters: readonly Filter[]): Filter {
    const [first, ...rest] = this.parts(filters)
    if (!first) return new ConstantFilter(true, this.board.size)
    return rest.length === 0 ? first : new AllFilter([first, ...rest])
  }

  /** Of words that a job must all have, the jobs are known before any is looked at. */
  private withOneSet(filters: readonly Filter[]): readonly Filter[] {
    const sets = filters.filter((filter) => filter instanceof SetFilter)
    const [first, ...rest] = sets
    if (!first || rest.length === 0) return filters
    const inAll = this.board.scratch.set(this.board.end)
    inAll.addAll(first.set)
    for (const { set } of rest) inAll.keepBoth(set)
    return [new SetFilter(inAll), ...filters.filter((filter) => !(filter instanceof SetFilter))]
  }

  private some(filters: readonly Filter[]): Filter {
    const [first, ...rest] = merged(filters, (a, b) => a | b)
    if (!first) return new ConstantFilter(false, 0)
    return rest.length === 0 ? first : new SomeFilter([first, ...rest])
  }

  private not(filter: Filter): Filter {
    if (filter instanceof TableFilter && !filter.floor) {
      return new TableFilter(filter.column, opposite(filter.table))
    }
    return new NotFilter(filter, this.board.size)
  }

  private values(kind: ColumnKind, values: readonly number[]): Filter {
    if (kind === 'pay' && values.some((value) => value !== 0)) {
      throw new RangeError('a rung of pay is no value of a search')
    }
    const column = this.board.columns[columnOf[kind]]
    const table = new Uint8Array(column.size)
    const listed = column.dictionary.kinds.get(kind)
    const codes: number[] = []
    for (const value of values) {
      for (const code of listed?.codesOf(value) ?? []) {
        if (table[code] === 0) codes.push(code)
        table[code] = 1
      }
    }
    return new TableFilter(column, table, null, codes)
  }

  private skills(values: readonly number[]): Filter {
    const { skills, end } = this.board
    const codes = values.map((value) => skills.dictionary.get(value)).filter((code) => code !== undefined)
    return new SkillFilter(skills, codes, () => this.board.scratch.set(end))
  }

  /** Only the jobs on the step where the floor stands must be compared with it. */
  private pay(currency: string, annualMinor: bigint): Filter {
    const { columns, paySteps, annualMax } = this.board
    const minor = Number(annualMinor)
    const step = minor / stepMinor(currency)
    const floorStep = Math.min(MAX_STEPS, Math.floor(step))
    const table = new Uint8Array(columns.pay.size)
    for (let code = 0; code < table.length; code++) {
      if (paySteps.currencies[code] !== currency) continue
      const reached = paySteps.steps[code] as number
      table[code] = reached > floorStep ? 1 : reached === floorStep ? 2 : 0
    }
    return new TableFilter(columns.pay, table, { annualMax, minor })
  }

  private published(us: number): Filter {
    const { base, end, publishedUs } = this.board
    const slot = this.board.baseSlotAt(us, Number.NEGATIVE_INFINITY)
    return new PublishedFilter({ us, slot, base, end, timesUs: publishedUs })
  }

  private wordsOf(is: 'text' | 'title', query: string): Filter {
    const set = this.words(is, query)
    if (!set) throw new UnknownWords(is, query)
    return new SetFilter(set)
  }
}

/** `map` would call a function for each of a hundred thousand companies. */
function opposite(table: Uint8Array): Uint8Array {
  const others = new Uint8Array(table.length)
  for (let code = 0; code < table.length; code++) others[code] = 1 - (table[code] as number)
  return others
}

/** Filters that look at the same column become one, so that a slot is looked up once. */
function merged(filters: readonly Filter[], join: (a: number, b: number) => number): Filter[] {
  const tables = new Map<Column, TableFilter>()
  const others: Filter[] = []
  for (const filter of filters) {
    if (!(filter instanceof TableFilter)) {
      others.push(filter)
      continue
    }
    const known = tables.get(filter.column)
    if (!known) tables.set(filter.column, filter)
    else if (known.floor && filter.floor) others.push(filter)
    else tables.set(filter.column, join2(known, filter, join))
  }
  return [...tables.values(), ...others]
}

/** One of the two has no floor, so an entry 2 meets only 0 and 1. */
function join2(a: TableFilter, b: TableFilter, join: (a: number, b: number) => number): TableFilter {
  const joined = a.table.map((entry, code) => {
    const other = b.table[code] as number
    const [exact, plain] = entry === 2 ? [entry, other] : [other, entry]
    // With `and`, plain 0 wins; with `or`, plain 1 wins; else the comparison decides.
    return exact === 2 ? (join(1, plain) === join(0, plain) ? plain : 2) : join(entry, other)
  })
  return new TableFilter(a.column, joined, a.floor ?? b.floor)
}

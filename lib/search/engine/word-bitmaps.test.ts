import { expect, test, vi } from 'vitest'
import type { ChangedJob } from './read-changed'
import { WordBitmaps } from './word-bitmaps'
import type { WordQuery } from './word-query'

/** Jobs with the words of their text; slots in the order in which they came, as in the engine. */
class Board {
  readonly texts = new Map<number, string[]>()
  private slots = new Map<number, number>()
  private end = 0
  asked: string[] = []
  /** Lets a read end; null: reads end at once. */
  gate: Promise<void> | null = null

  slotOf = (jobId: number) => this.slots.get(jobId)

  endOfSlots = () => this.end

  put(jobId: number, text: string): void {
    this.texts.set(jobId, text.split(' '))
    this.slots.set(jobId, this.end++)
  }

  compact(): Int32Array {
    const old = [...this.slots.values()].sort((a, b) => a - b)
    this.slots = new Map([...this.slots].map(([jobId, slot]) => [jobId, old.indexOf(slot)]))
    this.end = old.length
    return Int32Array.from(old)
  }

  idsOf = async ({ query }: WordQuery) => {
    this.asked.push(query)
    const ids = Float64Array.from([...this.texts.keys()].filter((id) => this.has(id, query)))
    await this.gate
    return ids
  }

  among = async ({ query }: WordQuery, ids: readonly number[]) =>
    new Set(ids.filter((id) => this.has(id, query)))

  changed(jobId: number, asked: readonly WordQuery[] = []): ChangedJob {
    const words = new Set(this.texts.get(jobId))
    const holding = asked
      .filter(({ query }) => this.has(jobId, query))
      .map(({ is, query }) => `${is} ${query}`)
    return { text: words, title: words, holding: new Set(holding) } as unknown as ChangedJob
  }

  /** `'a'`, or `'a' & 'b'`. */
  private has(jobId: number, query: string): boolean {
    return query.split(' & ').every((word) => this.texts.get(jobId)?.includes(word.slice(1, -1)))
  }
}

function board(...texts: string[]): Board {
  const made = new Board()
  for (const [i, text] of texts.entries()) made.put(i + 1, text)
  return made
}

const rust = { is: 'text', query: "'rust'" } as const
const both = { is: 'text', query: "'rust' & 'go'" } as const

/** The jobs that have it, of those that are still there. */
function jobsIn(words: WordBitmaps, jobs: Board, { is, query }: WordQuery): number[] | undefined {
  const slots = words.find(is, query)
  return slots && [...jobs.texts.keys()].filter((id) => slots.has(jobs.slotOf(id) ?? -1))
}

test('a word is read once, also by many at once, and also when no job has it', async () => {
  const jobs = board('rust', 'go', 'rust go')
  const words = new WordBitmaps(jobs, jobs)
  const none = { is: 'text', query: "'cobol'" } as const
  expect(words.find('text', "'rust'")).toBeUndefined()
  const answers = await Promise.all([words.prepare([rust, none], 1000), words.prepare([none, rust], 1000)])
  expect(answers).toEqual([true, true])
  expect(await words.prepare([rust, none], 0)).toBe(true)
  expect(jobsIn(words, jobs, rust)).toEqual([1, 3])
  expect(jobsIn(words, jobs, none)).toEqual([])
  expect(jobs.asked).toEqual(["'rust'", "'cobol'"])
})

test('a read that takes too long goes on, and is there for the next', async () => {
  const jobs = board('rust')
  const words = new WordBitmaps(jobs, jobs)
  let open = () => {}
  jobs.gate = new Promise((resolve) => {
    open = resolve
  })
  expect(await words.prepare([rust], 1)).toBe(false)
  open()
  expect(await words.prepare([rust], 1000)).toBe(true)
  expect(jobs.asked).toHaveLength(1)
})

test('a word that could not be read is asked again, but not at once', async () => {
  const jobs = board('rust')
  let isBroken = true
  const words = new WordBitmaps(jobs, {
    ...jobs,
    idsOf: (query) => (isBroken ? Promise.reject(new Error('too slow')) : jobs.idsOf(query)),
  })
  expect(await words.prepare([rust], 1000)).toBe(false)
  isBroken = false
  expect(await words.prepare([rust], 1000)).toBe(false)
  vi.spyOn(performance, 'now').mockReturnValue(performance.now() + 61_000)
  expect(await words.prepare([rust], 1000)).toBe(true)
  vi.restoreAllMocks()
})

test('changed jobs are found by their words of now', async () => {
  const jobs = board('rust', 'go', 'rust')
  const words = new WordBitmaps(jobs, jobs)
  await words.prepare([rust, both], 1000)
  const change = (id: number, text: string | null) => {
    const asked = words.queriesToAsk(1)
    if (text === null) jobs.texts.delete(id)
    else jobs.put(id, text)
    const job = text === null ? null : jobs.changed(id, asked)
    words.change(id, job, new Set(asked.map(({ is, query }) => `${is} ${query}`)))
  }
  change(1, 'go')
  change(2, 'rust go')
  change(3, null)
  change(4, 'rust')
  expect(jobsIn(words, jobs, rust)).toEqual([2, 4])
  expect(jobsIn(words, jobs, both)).toEqual([2])
  words.move(jobs.compact())
  expect(jobsIn(words, jobs, rust)).toEqual([2, 4])
})

test('a query that was not asked of a changed job is forgotten', async () => {
  const jobs = board('rust go')
  const words = new WordBitmaps(jobs, jobs)
  await words.prepare([rust, both], 1000)
  jobs.put(2, 'rust')
  words.change(2, jobs.changed(2), new Set())
  expect(jobsIn(words, jobs, rust)).toEqual([1, 2])
  expect(words.find('text', both.query)).toBeUndefined()
})

test('a word read while jobs change and move ends up right', async () => {
  const jobs = board('go', 'rust', 'rust', 'go')
  const words = new WordBitmaps(jobs, jobs)
  let open = () => {}
  jobs.gate = new Promise((resolve) => {
    open = resolve
  })
  const asked = words.prepare([rust], 1000)
  const change = (id: number, text: string) => {
    jobs.put(id, text)
    words.change(id, jobs.changed(id), new Set())
  }
  change(1, 'rust')
  change(2, 'go')
  open()
  change(5, 'rust')
  words.move(jobs.compact())
  change(4, 'rust')
  expect(await asked).toBe(true)
  expect(jobsIn(words, jobs, rust)).toEqual([1, 3, 4, 5])
})

test('the words asked last are kept within the memory allowed', async () => {
  const jobs = board('a b c', 'a')
  const words = new WordBitmaps(jobs, jobs, 600)
  for (const word of ['a', 'b']) await words.prepare([{ is: 'text', query: `'${word}'` }], 1000)
  words.find('text', "'a'")
  await words.prepare([{ is: 'text', query: "'c'" }], 1000)
  expect(['a', 'b', 'c'].map((word) => words.find('text', `'${word}'`) !== undefined)).toEqual([
    true,
    false,
    true,
  ])
  expect(words.bytes).toBeLessThanOrEqual(600)
})

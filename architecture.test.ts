import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'

// The house rules of README.md, read off the import lines. A failing line names the file and the rule.

const nouns = [
  ['audit', 'files', 'mail', 'outside', 'taxonomy'],
  ['accounts'],
  ['companies'],
  ['jobs'],
  ['search'],
  ['alerts', 'applications', 'imports', 'figures', 'feeds', 'moderation'],
  ['guides'],
  ['readers', 'comments', 'newsletters'],
]
const leaves = new Set(['env', 'clock', 'csv', 'outcome', 'money', 'typed-text'])
const rankOfNoun = new Map(nouns.flatMap((row, rank) => row.map((noun) => [noun, rank] as const)))

const sources = execFileSync('git', ['ls-files', '-co', '--exclude-standard', '*.ts', '*.tsx'], {
  encoding: 'utf8',
})
  .split('\n')
  .filter((file) => file && !file.endsWith('.d.ts') && existsSync(file))
const program = sources.filter((file) => !isTest(file))

type Import = { from: string; to: string; typeOnly: boolean }

const imports = program.flatMap((file) => importsOf(file))

function isTest(file: string): boolean {
  return /\.test\.tsx?$/.test(file) || /^(e2e|bench|db\/testing)\//.test(file) || file.includes('/testing/')
}

function importsOf(file: string): Import[] {
  const text = readFileSync(file, 'utf8')
  const pattern =
    /(?:^|\n)\s*(?:import|export)\s+(type\s)?[^'"\n;]*?(?:\{[^}]*\})?[^'"\n;]*?from\s+['"]([^'"]+)['"]|import\(\s*['"]([^'"]+)['"]\s*\)|(?:^|\n)\s*import\s+['"]([^'"]+)['"]/g
  return [...text.matchAll(pattern)].map((match) => ({
    from: file,
    to: resolve(file, match[2] ?? match[3] ?? match[4] ?? ''),
    typeOnly: match[1] !== undefined,
  }))
}

function resolve(file: string, target: string): string {
  if (target.startsWith('@/')) return target.slice(2)
  return target.startsWith('.') ? path.posix.join(path.posix.dirname(file), target) : target
}

const rooms = ['db/values', 'db', 'leaf', 'noun', 'web', 'components', 'app'] as const
type Room = (typeof rooms)[number]

function roomOf(place: string): Room | null {
  if (/^(db\/values)(\.ts)?$/.test(place)) return 'db/values'
  const lib = /^lib\/([^/.]+)/.exec(place)?.[1]
  if (lib === 'web') return 'web'
  if (lib && leaves.has(lib)) return 'leaf'
  if (lib) return 'noun'
  if (place.startsWith('db/seed/') || place.startsWith('db/embedded')) return null
  if (place.startsWith('db/')) return 'db'
  if (place.startsWith('components/')) return 'components'
  if (place.startsWith('app/') || place === 'proxy.ts') return 'app'
  return null
}

/** Which rooms each room may import from. `db` reads only the environment leaf. */
const allowed: Record<Room, Room[]> = {
  'db/values': [],
  leaf: ['leaf', 'db/values'],
  db: ['db', 'db/values', 'leaf'],
  noun: ['noun', 'db', 'db/values', 'leaf'],
  web: ['web', 'noun', 'db', 'db/values', 'leaf'],
  components: ['components', 'web', 'noun', 'db/values', 'leaf'],
  app: ['app', 'components', 'web', 'noun', 'db/values', 'leaf'],
}

test('imports go down only: app, components, lib, db', () => {
  const upward = imports.filter(({ from, to }) => {
    const [here, there] = [roomOf(from), roomOf(to)]
    return here && there && !allowed[here].includes(there)
  })
  expect(upward.map(({ from, to }) => `${from} → ${to}`)).toEqual([])
})

test('the running program knows nothing of what starts, fills and tests it', () => {
  const tools = /^(scripts|e2e|bench)\/|^db\/(embedded|seed|testing)(\/|$)|\/testing\/|-?fixtures$/
  const knowing = imports.filter(
    ({ from, to }) =>
      /^(app|components|lib|server|worker|proxy)\b/.test(from) &&
      tools.test(to) &&
      !tools.test(from.replace(/\.tsx?$/, '')),
  )
  expect(knowing.map(({ from, to }) => `${from} → ${to}`)).toEqual([])
})

test('a noun imports only nouns below it, and never a sibling', () => {
  const upward = imports.filter(({ from, to }) => {
    const [here, there] = [nounOf(from), nounOf(to)]
    if (!here || !there || here === there) return false
    return (rankOfNoun.get(there) ?? 99) >= (rankOfNoun.get(here) ?? -1)
  })
  expect(upward.map(({ from, to }) => `${from} → ${to}`)).toEqual([])
})

test('every folder of lib is a known noun', () => {
  const unknown = program
    .map((file) => /^lib\/([^/]+)\//.exec(file)?.[1])
    .filter((noun) => noun && noun !== 'web' && !rankOfNoun.has(noun))
  expect([...new Set(unknown)]).toEqual([])
})

function nounOf(place: string): string | null {
  const noun = /^lib\/([^/.]+)\//.exec(place)?.[1]
  return noun && rankOfNoun.has(noun) ? noun : null
}

test('no file imports itself through others', () => {
  const graph = new Map<string, string[]>()
  for (const { from, to, typeOnly } of imports) {
    const target = fileOf(to)
    if (target && !typeOnly) graph.set(from, [...(graph.get(from) ?? []), target])
  }
  const state = new Map<string, 'open' | 'done'>()
  const circles: string[] = []
  function visit(file: string, trail: string[]) {
    if (state.get(file) === 'done') return
    if (state.get(file) === 'open') {
      circles.push([...trail.slice(trail.indexOf(file)), file].join(' → '))
      return
    }
    state.set(file, 'open')
    for (const next of graph.get(file) ?? []) visit(next, [...trail, file])
    state.set(file, 'done')
  }
  for (const file of graph.keys()) visit(file, [])
  expect(circles).toEqual([])
})

const known = new Set(sources)

function fileOf(place: string): string | null {
  return [`${place}.ts`, `${place}.tsx`, `${place}/index.ts`, place].find((file) => known.has(file)) ?? null
}

test('the environment is read in lib/env.ts alone', () => {
  const free = /^(lib\/env\.ts|scripts\/|bench\/|e2e\/|[^/]*\.config\.ts|db\/(embedded|seed|testing))/
  const readers = program.filter(
    (file) => !free.test(file) && /process\.env\b/.test(readFileSync(file, 'utf8')),
  )
  expect(readers).toEqual([])
})

test('nothing below lib/web knows Next', () => {
  const knowing = imports.filter(({ from, to }) => {
    const room = roomOf(from)
    return (
      (room === 'noun' || room === 'db' || room === 'leaf' || room === 'db/values') && /^next(\/|$)/.test(to)
    )
  })
  expect(knowing.map(({ from, to }) => `${from} → ${to}`)).toEqual([])
})

test('there are no server actions', () => {
  expect(program.filter((file) => /^\s*['"]use server['"]/m.test(readFileSync(file, 'utf8')))).toEqual([])
})

test('every write route is built by the handler wrapper', () => {
  const routes = program.filter((file) => /^app\/.*route\.tsx?$/.test(file))
  const bare = routes.filter((file) => {
    const text = readFileSync(file, 'utf8')
    return /export (async function|const|function) (POST|PUT|PATCH|DELETE)\b(?! = write\(| = guarded)/.test(
      text,
    )
  })
  expect(bare).toEqual([])
})

test('every admin page calls its guard', () => {
  const pages = program.filter((file) => /^app\/\(admin\)\/.*page\.tsx$/.test(file))
  expect(
    pages.filter((file) => !/requireModerator\(|requireAdmin\(/.test(readFileSync(file, 'utf8'))),
  ).toEqual([])
})

test('no SQL text is built from a variable', () => {
  const raw = program.filter(
    (file) => !file.startsWith('scripts/') && /\bsql\.(raw|identifier)\(/.test(readFileSync(file, 'utf8')),
  )
  expect(raw).toEqual([])
})

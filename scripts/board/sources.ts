import { createHash } from 'node:crypto'
import { readdirSync, readFileSync, statSync } from 'node:fs'
import path from 'node:path'

/** Everything that a production build is made of. */
const INPUTS = [
  ...['app', 'components', 'content', 'db', 'lib', 'public'],
  ...['proxy.ts', 'server.ts', 'worker.ts', 'instrumentation.ts', 'next.config.ts', 'postcss.config.mjs'],
  ...['package-lock.json', 'scripts/board/build.ts'],
]
const NOT_BUILT = /\.test\.tsx?$|^db\/(testing|embedded)\/|^db\/embedded\.ts$/

export function sourceStamp(root: string): string {
  const hash = createHash('sha256')
  for (const file of INPUTS.flatMap((input) => filesIn(root, input))) {
    hash
      .update(`${file}\0`)
      .update(readFileSync(path.join(root, file)))
      .update('\0')
  }
  return hash.digest('hex')
}

function filesIn(root: string, place: string): string[] {
  const facts = statSync(path.join(root, place), { throwIfNoEntry: false })
  if (!facts) return []
  if (!facts.isDirectory()) return [place]
  return readdirSync(path.join(root, place), { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(root, path.join(entry.parentPath, entry.name)).split(path.sep).join('/'))
    .filter((file) => !NOT_BUILT.test(file))
    .sort()
}

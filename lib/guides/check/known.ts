import { readFileSync } from 'node:fs'
import path from 'node:path'
import { z } from 'zod'
import { contentFolder } from '../library'
import type { Known } from './check-content'

const entries = z.array(z.object({ slug: z.string() }))

/** What the files of `content/taxonomy` have, without a database. */
export function readKnown(now: Date): Known {
  return {
    roles: slugsIn('roles.json'),
    skills: slugsIn('skills.json'),
    today: now.toISOString().slice(0, 10),
  }
}

function slugsIn(file: string): ReadonlySet<string> {
  const text = readFileSync(path.join(contentFolder, 'taxonomy', file), 'utf8')
  return new Set(entries.parse(JSON.parse(text)).map(({ slug }) => slug))
}

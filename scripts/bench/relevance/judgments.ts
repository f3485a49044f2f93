import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { ROOT } from '../../board/root'
import type { Grade } from './scores'

const FOLDER = path.join(ROOT, 'bench/relevance')

/** As people type them, one a line. */
export function readQueries(): string[] {
  return readFileSync(path.join(FOLDER, 'queries.txt'), 'utf8').split('\n').filter(Boolean)
}

/** query → public id of a job of the sample → grade. */
export function readJudgments(): Map<string, Map<string, Grade>> {
  const file = path.join(FOLDER, 'judgments.tsv')
  const judgments = new Map<string, Map<string, Grade>>()
  if (!existsSync(file)) return judgments
  for (const line of readFileSync(file, 'utf8').split('\n').filter(Boolean)) {
    const [query = '', publicId = '', grade] = line.split('\t')
    const known = judgments.get(query) ?? new Map<string, Grade>()
    known.set(publicId, Number(grade) as Grade)
    judgments.set(query, known)
  }
  return judgments
}

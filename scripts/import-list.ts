import { readFileSync } from 'node:fs'
import { CannotStart } from '@/db/embedded'
import { step } from './board/progress'
import { run, stopAll } from './board/stopping'
import { importTarget } from './import/import-target'
import { openForImport } from './import/open'
import { type Target, targetOf } from './import/target'

// `npm run import:list -- FILE`: a line is `adapter board [company name]`; `#` begins a comment. Each board then has its schedule.

type Line = { number: number; target: Target; companyName: string | undefined }

await run(async () => {
  const [file, ...more] = process.argv.slice(2)
  if (!file || more.length > 0) throw new CannotStart('Name one file: npm run import:list -- boards.txt')
  const lines = readLines(file)
  await openForImport()
  const failed: string[] = []
  let jobs = 0
  for (const [i, { target, companyName }] of lines.entries()) {
    const name = `${i + 1} of ${lines.length}: ${target.adapter.label} ${target.board}`
    const report = await step(name, (say) =>
      importTarget(target, {
        companyName,
        isDry: false,
        onProgress: ({ seen, added }) => say(`${seen} seen, ${added} added`),
      }),
    )
    if (!report) failed.push(`${name}: it is running elsewhere just now`)
    else if (report.state === 'failed' || report.state === 'held')
      failed.push(`${name}: ${report.error ?? ''}`)
    jobs += report?.seen ?? 0
  }
  console.log(`${lines.length - failed.length} of ${lines.length} boards read, ${jobs} jobs seen.`)
  for (const line of failed) console.log(`  ${line}`)
  await stopAll(failed.length > 0 ? 1 : 0)
})

/** Every line is understood before the first board is asked. */
function readLines(file: string): Line[] {
  return readText(file)
    .split('\n')
    .map((text, i) => ({
      number: i + 1,
      words: text
        .replace(/(^|\s)#.*$/, '')
        .trim()
        .split(/[\s,;]+/),
    }))
    .filter(({ words }) => words[0] !== '')
    .map(({ number, words: [adapterName, board, ...name] }) => {
      try {
        return {
          number,
          target: targetOf(adapterName, board, undefined),
          companyName: name.join(' ') || undefined,
        }
      } catch (error) {
        if (error instanceof CannotStart) throw new CannotStart(`${file}, line ${number}: ${error.message}`)
        throw error
      }
    })
}

function readText(file: string): string {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    throw new CannotStart(`${file} cannot be read.`)
  }
}

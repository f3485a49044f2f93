import { parseArgs } from 'node:util'
import { CannotStart } from '@/db/embedded'
import { pairsOf } from '@/lib/imports/typed-settings'
import { step } from './board/progress'
import { run, stopAll } from './board/stopping'
import { importTarget } from './import/import-target'
import { openForImport } from './import/open'
import { reportLines } from './import/report'
import { targetOf } from './import/target'

// `npm run import -- <adapter> <board | url | file> [--dry-run] [--as BOARD] [--company NAME] [--columns "title=Job title;url=Link"]`,
// also beside a running board.

await run(async () => {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      'dry-run': { type: 'boolean', default: false },
      as: { type: 'string' },
      company: { type: 'string' },
      columns: { type: 'string' },
    },
  })
  const [adapterName, named, ...more] = positionals
  const target = targetOf(more.length === 0 ? adapterName : undefined, named, values.as)
  const columns = columnsOf(values.columns)
  await openForImport()
  const isDry = values['dry-run']
  const report = await step(`Reading ${target.adapter.label} ${target.board}`, (say) =>
    importTarget(target, {
      companyName: values.company,
      columns,
      isDry,
      onProgress: ({ seen, added, changed, refused }) =>
        say(`${seen} seen, ${added} added, ${changed} changed, ${refused} refused`),
    }),
  )
  if (!report) throw new CannotStart('This import is running elsewhere just now.')
  console.log(reportLines(report, isDry).join('\n'))
  await stopAll(report.state === 'failed' ? 1 : 0)
})

function columnsOf(given: string | undefined): Record<string, string> | undefined {
  if (given === undefined) return undefined
  const pairs = pairsOf(given)
  if (!pairs) throw new CannotStart('Write columns as --columns "title=Job title;url=Link".')
  return Object.fromEntries(pairs)
}

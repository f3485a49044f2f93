// How much of a file of jobs resolves: `npm run taxonomy:report -- [FILE] [--top 40] [--sample 100 --seed 7]`
import { parseArgs } from 'node:util'
import { readTaxonomyRows } from '@/db/seed/taxonomy-rows'
import { buildTaxonomy } from '@/lib/taxonomy/build'
import { taxonomyRules } from '@/lib/taxonomy/rules'
import { printCoverage, printSample, printUnresolved } from './taxonomy-report/print'
import { readJobs } from './taxonomy-report/read-jobs'
import { tagged } from './taxonomy-report/tags'

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    sample: { type: 'string' },
    seed: { type: 'string', default: '1' },
    top: { type: 'string', default: '40' },
  },
})

const [file] = positionals
const taxonomy = buildTaxonomy(readTaxonomyRows(), taxonomyRules)
const jobs = readJobs(file)
const started = performance.now()
const all = jobs.map((job) => tagged(taxonomy, job))
const tookMs = performance.now() - started

if (values.sample) printSample(taxonomy, all, { size: Number(values.sample), seed: Number(values.seed) })
else {
  console.log(`${jobs.length} jobs of ${file ?? 'the shipped sample'} in ${tookMs.toFixed(0)} ms`)
  printCoverage(all)
  printUnresolved(all, Number(values.top))
}

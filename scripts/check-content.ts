import { checkContent } from '@/lib/guides/check/check-content'
import { readKnown } from '@/lib/guides/check/known'

// `npm run check:content`: every fault of guides, comparisons and glossary, with its file.

const faults = await checkContent(readKnown(new Date()))
for (const fault of faults) console.error(fault)
console.log(faults.length === 0 ? 'The content is sound.' : `${faults.length} faults in the content.`)
process.exitCode = faults.length === 0 ? 0 : 1

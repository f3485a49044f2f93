import { type EngineReport, engineReport } from '@/lib/search/engine/start'

/** What `/ready` tells of the search engine: numbers only, in bytes and seconds. */
export function engineLines(report: EngineReport = engineReport()): string[] {
  if (report.state !== 'ready') return [`engine: ${report.state}`]
  const { jobs, memory, words, stale } = report
  return ['engine: ready', `jobs: ${jobs}`, `memory: ${memory}`, `words: ${words}`, `stale: ${stale}`]
}

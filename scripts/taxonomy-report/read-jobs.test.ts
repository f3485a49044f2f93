import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { gzipSync } from 'node:zlib'
import { afterAll, describe, expect, test } from 'vitest'
import { readJobs } from './read-jobs'

const folder = mkdtempSync(path.join(os.tmpdir(), 'taxonomy-report-'))
afterAll(() => rmSync(folder, { recursive: true }))

function read(name: string, content: string) {
  const file = path.join(folder, name)
  writeFileSync(file, name.endsWith('.gz') ? gzipSync(content) : content)
  return readJobs(file)
}

describe('the jobs of a file', () => {
  test.each([
    ['a.csv', 'Job Title,Location\r\n"Cook, Line","Bonn, ""NRW"""\r\n'],
    ['a.tsv', 'id\ttitle\tlocation\n1\tCook, Line\tBonn, "NRW"\n'],
    ['a.json', '{"jobs":[{"title":"Cook, Line","location":{"name":"Bonn, \\"NRW\\""}}]}'],
    ['a.jsonl', '{"title":"Cook, Line","locations":["Bonn, \\"NRW\\""]}\n'],
    ['a.csv.gz', 'Position,Work Location,Work Location 1\n"Cook, Line","Bonn, ""NRW""",\n'],
  ])('%s', (name, content) => {
    expect(read(name, content)).toEqual([{ title: 'Cook, Line', locations: ['Bonn, "NRW"'] }])
  })

  test('a text, skills and a type of employment are read where they are stated', () => {
    const [job] = read(
      'b.json',
      '[{"title":"Cook","description":"Cooks.","tags":["Excel"],"job_type":"Full-time","location":""}]',
    )
    expect(job).toEqual({
      title: 'Cook',
      locations: [],
      text: 'Cooks.',
      skills: ['Excel'],
      employmentType: 'Full-time',
    })
  })

  test('a file without titles is refused', () => {
    expect(() => read('c.csv', 'id,salary\n1,2\n')).toThrow('job title')
  })
})

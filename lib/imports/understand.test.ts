import { expect, test } from 'vitest'
import { smallTaxonomy } from '@/lib/taxonomy/fixtures'
import { importedJob } from './shape'
import { understand } from './understand'

const taxonomy = smallTaxonomy()
const idOf = (slug: string) => taxonomy.skillBySlug.get(slug)?.id
const job = importedJob.parse({
  externalId: '1',
  title: 'Baker of services',
  url: 'https://bakery.example/jobs/1',
  html: '<ul><li>Run <strong>k8s</strong> &amp; .NET</li><li>No JavaScript required</li></ul>',
  skills: ['golang', 'K8S', 'sourdough'],
})

test('a skill rests on the words of the field that states it, or else on those of the text', () => {
  expect(understand(taxonomy, job).skills).toEqual([
    { id: idOf('kubernetes'), origin: 'stated', evidence: 'K8S' },
    { id: idOf('dotnet'), origin: 'text', evidence: 'Run k8s & .NET' },
    { id: idOf('go'), origin: 'stated', evidence: 'golang' },
  ])
})

test('what the company is called is read as no skill', () => {
  const slugs = understand(taxonomy, { ...job, skills: [] }, { company: 'Kubernetes Bakery' }).skills.map(
    ({ id }) => id,
  )
  expect(slugs).toEqual([idOf('dotnet')])
})

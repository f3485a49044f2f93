import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { JobSkills } from './job-parts'

const skillEvidence = [
  { slug: 'go', name: 'Go', origin: 'text' as const, evidence: '…services in Go & <b>C</b>…' },
  { slug: 'kubernetes', name: 'Kubernetes', origin: 'stated' as const, evidence: 'k8s' },
  { slug: 'sql', name: 'SQL', origin: 'machine' as const, evidence: null },
]
const html = renderToStaticMarkup(<JobSkills skills={skillEvidence} skillEvidence={skillEvidence} />)
const lines = [...html.matchAll(/<li>(.*?)<\/li>/g)].map(([, line = '']) => line.replace(/<[^>]*>/g, ''))

test('each skill says what it rests on, in a part that opens without scripts', () => {
  expect(html).toMatch(/<details[^>]*><summary[^>]*>How these skills were read<\/summary>/)
  expect(lines).toEqual([
    'Go — “…services in Go &amp; &lt;b&gt;C&lt;/b&gt;…” · read in the text',
    'Kubernetes — “k8s” · stated',
    'SQL — labelled by a machine, in the shipped sample',
  ])
})

test('each skill leads to the jobs that name it', () => {
  expect(html).toContain('<a href="/jobs?skill=kubernetes">Kubernetes</a>')
})

test('without skills nothing is said', () => {
  expect(renderToStaticMarkup(<JobSkills skills={[]} skillEvidence={[]} />)).toBe('')
})

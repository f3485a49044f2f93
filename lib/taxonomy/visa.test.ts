import { expect, test } from 'vitest'
import { readVisa } from './visa'

const policyOf = (text: string) => readVisa(text)?.policy ?? null

test.each([
  'Visa sponsorship is available.',
  'Visa sponsorship available for eligible candidates.',
  'We sponsor visas.',
  'We sponsor visas!',
  'We do sponsor visas and help you to move.',
  'We can sponsor work visas for this role.',
  'We are able to sponsor visas for this position.',
  'We’re happy to sponsor your visa.',
  'Acme is willing to sponsor H-1B visas for this role.',
  'The company will sponsor a Skilled Worker visa.',
  'We offer visa sponsorship.',
  'We offer full visa sponsorship, relocation and a good coffee machine.',
  'We provide visa sponsorship and relocation support',
  'We offer relocation and visa sponsorship.',
  'We will provide immigration sponsorship for the right person.',
  'H1B visa sponsorship is provided.',
  'This position is eligible for visa sponsorship.',
  'This role offers visa sponsorship.',
  'Visa sponsorship for this role is available.',
  'Visa sponsorship and relocation assistance available',
  'Visa sponsorship: Yes',
  '## Benefits\n\n- 30 days of leave\n- Visa sponsorship provided\n- A dog',
  '**Visa sponsorship is offered** for this job.',
  'Work permit sponsorship is available in Germany.',
  'We offer visa support and a relocation budget.',
  'Visa assistance provided',
  'Wir unterstützen dich beim Visum.',
  'Do you need a visa? We sponsor visas.',
])('offered: %s', (text) => {
  expect(policyOf(text)).toBe('offered')
})

test.each([
  'No visa sponsorship.',
  'No visa sponsorship is available.',
  'No H-1B sponsorship available at this time.',
  'Visa sponsorship is not available for this position.',
  'Visa sponsorship is not available',
  'Sponsorship is not available for this role.',
  'Visa sponsorship will not be provided.',
  'Visa sponsorship: No',
  'Visa sponsorship available: no',
  'Visa sponsorship for this position is not available.',
  'Immigration sponsorship cannot be offered.',
  'Unfortunately, visa sponsorship is currently unavailable.',
  'We do not sponsor visas.',
  "We don't sponsor visas.",
  'We are unable to sponsor visas at this time.',
  'We are unable to sponsor or take over sponsorship of an employment visa at this time.',
  'We are unable to sponsor at this time.',
  'We are unable to sponsor.',
  'The employer will not sponsor applicants for employment visa status.',
  'Acme will not sponsor applicants for work visas for this position.',
  'We cannot provide visa sponsorship.',
  'We are not able to sponsor visas.',
  'We’re not able to offer visa sponsorship for this role.',
  'We do not offer relocation or visa sponsorship.',
  'We do not currently sponsor H-1B visas.',
  'This position is not eligible for visa sponsorship.',
  'Must be authorized to work in the United States without sponsorship.',
  'Must be authorized to work in the U.S. without the need for visa sponsorship now or in the future.',
  'Applicants must be legally authorized to work for any employer in the US, without current or future employer sponsorship.',
  'Applicants must be authorized to work in the country of employment; we are unable to sponsor work visas.',
  'Will not sponsor employment visa now or in the future',
  'You must have the right to work in the UK without visa sponsorship.',
  'Must be eligible to work in Canada and not require sponsorship.',
  'Candidates must not now or in the future require visa sponsorship.',
  'Applicants requiring visa sponsorship will not be considered.',
  'Only candidates who are authorized to work in the US without sponsorship will be considered.',
  '- Hybrid, three days\n- No visa sponsorship\n- Full-time',
  'We do not sponsor visas or security clearances.',
  'Kein Visa-Sponsoring.',
])('not offered: %s', (text) => {
  expect(policyOf(text)).toBe('not_offered')
})

test.each([
  '',
  'You will organize sponsored events and conferences.',
  'We sponsor conferences and open source.',
  'Act as executive sponsor of the program.',
  'Find sponsors, sell sponsorship packages and keep them.',
  'We will sponsor your security clearance.',
  'An active clearance is required. Sponsorship is not available.',
  'Clearance sponsorship is not available.',
  'We are unable to sponsor events.',
  'Experience with Visa and Mastercard.',
  'You process visa applications of our customers.',
  'Will you now or in the future require visa sponsorship?',
  'Is visa sponsorship available?',
  'Visa sponsorship may be available.',
  'Visa sponsorship is available on a case-by-case basis.',
  'Visa sponsorship is available only for internal transfers.',
  'We may not be able to sponsor visas.',
  'We do sponsor visas! However, we are not able to sponsor visas for every role.',
  'We sponsor visas in Germany. We do not sponsor visas in the US.',
  'We do not, as a rule, say that visa sponsorship is available.',
  'We do not offer relocation, and visa sponsorship is available.',
  'Visa sponsorship is available for engineers, not for sales.',
  'If visa sponsorship is available, we will tell you.',
  'Relocation: no\nVisa sponsorship: maybe',
  'No visa sponsorship needed: we hire where you are.',
  'Visa sponsorship: no problem for us',
  'Candidates who do not need sponsorship are preferred.',
  'Preference for candidates authorized to work in the US without sponsorship.',
  'Authorized to work in the US',
  'You are able to work without guidance on every sponsorship.',
  'Visa sponsorship',
])('nothing is read from: %s', (text) => {
  expect(policyOf(text)).toBeNull()
})

test('a line that is broken in two keeps its "no"', () => {
  expect(policyOf('There is no\nvisa sponsorship is available, they said.')).toBeNull()
  expect(policyOf('relocation: no\nvisa sponsorship is available')).toBeNull()
  expect(policyOf('Relocation: no\nVisa sponsorship is available')).toBe('offered')
})

test('the sentence that it rests on is named', () => {
  const text = 'Come to us. **We do not sponsor visas** for this role. Send a letter.'
  expect(readVisa(text)).toEqual({ policy: 'not_offered', words: 'We do not sponsor visas for this role.' })
})

test('a long text without end takes no long time', () => {
  expect(readVisa(`${'must be able to work '.repeat(3000)} sponsor`)).toBeNull()
  expect(readVisa(`visa${' \n'.repeat(30_000)}`)).toBeNull()
})

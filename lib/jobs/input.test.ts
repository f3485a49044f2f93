import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { companyForm } from '@/lib/companies/input'
import { type DraftForm, draftForm, emptyDraft } from './input'
import { faultsByField, publishableForm } from './publishable'

/** What a browser sends for the form: every control once, line ends as CRLF. */
function sent(values: Partial<DraftForm> = {}): FormData {
  const form = new FormData()
  for (const [name, value] of Object.entries({ ...emptyDraft, ...whole, ...values })) {
    form.append(name, value.replace(/\n/g, '\r\n'))
  }
  return form
}

const whole: Partial<DraftForm> = {
  title: 'Backend developer',
  employmentType: 'full_time',
  workplace: 'hybrid',
  places: 'Berlin, Germany\nParis, France\n',
  text: '## What you do\n\n- bake\n',
  applyUrl: 'https://example.org/jobs/1',
}

const published = (values: Partial<DraftForm> = {}) =>
  publishableForm.safeParse(draftForm.parse(Object.fromEntries(sent(values))))

function faults(values: Partial<DraftForm>) {
  const result = published(values)
  return result.success ? {} : faultsByField(result.error)
}

test('a real form with what is needed passes', () => {
  const result = published({
    payMin: '65 000',
    payMax: '80000.50',
    payCurrency: 'eur',
    payPeriod: 'year',
    skills: 'Go, Rust,,Go',
  })
  expect(result.data).toMatchObject({
    title: 'Backend developer',
    places: ['Berlin, Germany', 'Paris, France'],
    text: '## What you do\n\n- bake',
    payMin: '65000',
    payMax: '80000.50',
    payCurrency: 'EUR',
    skills: ['Go', 'Rust'],
    closesOn: null,
  })
})

test('an empty form says beside each field what is missing, in words', () => {
  const result = publishableForm.safeParse(emptyDraft)
  expect(Object.keys(faultsByField(result.error!)).sort()).toEqual([
    'applyUrl',
    'employmentType',
    'text',
    'title',
    'workplace',
  ])
  for (const message of Object.values(faultsByField(result.error!))) expect(message).toMatch(/^[A-Z].*\.$/s)
})

test('radio buttons that nobody chose are absent from the form, and that is fine', () => {
  const form = sent()
  form.delete('eligibility')
  form.delete('payPeriod')
  expect(draftForm.safeParse(Object.fromEntries(form)).data).toMatchObject({ eligibility: '', payPeriod: '' })
})

describe('each field names its fault', () => {
  test.each<[Partial<DraftForm>, string, RegExp]>([
    [{ places: ' \n ' }, 'places', /Name the place/],
    [{ visa: 'maybe' }, 'visa', /sponsor visas/],
    [{ places: Array(21).fill('Berlin').join('\n') }, 'places', /at most 20/],
    [{ workplace: 'remote', eligibility: 'countries' }, 'eligibleCountries', /countries/],
    [{ payMin: '65,000', payCurrency: 'EUR', payPeriod: 'year' }, 'payMin', /digits only/],
    [{ payMin: '-5', payCurrency: 'EUR', payPeriod: 'year' }, 'payMin', /digits only/],
    [{ payMin: '1e9', payCurrency: 'EUR', payPeriod: 'year' }, 'payMin', /digits only/],
    [{ payMin: '65.000', payCurrency: 'EUR', payPeriod: 'year' }, 'payMin', /65000, not 65.000/],
    [{ payMin: '100.5', payCurrency: 'JPY', payPeriod: 'hour' }, 'payMin', /JPY has 0 decimals/],
    [{ payMin: '9'.repeat(11), payCurrency: 'EUR', payPeriod: 'year' }, 'payMin', /too much/],
    [{ payMin: '9', payMax: '8', payCurrency: 'EUR', payPeriod: 'year' }, 'payMax', /below/],
    [{ payMax: '9', payPeriod: 'year' }, 'payCurrency', /currency/],
    [{ payMax: '9', payCurrency: 'EURO', payPeriod: 'year' }, 'payCurrency', /three letters/],
    [{ payMax: '9', payCurrency: 'EUR' }, 'payPeriod', /hour/],
    [{ text: '>'.repeat(5000) }, 'text', /formatting marks/],
    [{ text: 'a'.repeat(50_001) }, 'text', /50,000/],
    [{ applyUrl: 'javascript:alert(1)' }, 'applyUrl', /https/],
    [{ applyUrl: 'https://a:b@example.org' }, 'applyUrl', /password/],
    [{ closesOn: '31.12.2026' }, 'closesOn', /year-month-day/],
    [{ workplace: 'moon' }, 'workplace', /on site/],
    [{ seniority: 'wizard' }, 'seniority', /level/],
    [{ title: 'x'.repeat(121) }, 'title', /120/],
  ])('%o', (values, field, message) => {
    const found = faults(values)
    expect(Object.keys(found)).toEqual([field])
    expect(Object.values(found)[0]).toMatch(message)
  })
})

test('a remote job needs no place', () => {
  expect(faults({ workplace: 'remote', places: '' })).toEqual({})
})

test('NUL and half surrogates never reach the database, line ends count once', () => {
  const draft = draftForm.parse({ title: 'a\0b\ud800', text: 'x\r\ny' })
  expect([draft.title, draft.text]).toEqual(['ab\ufffd', 'x\ny'])
  expect(published({ text: 'a\n'.repeat(25_000) }).success).toBe(true)
})

test('fields that no form has are refused by every form (B18)', () => {
  const names = fc.oneof(
    fc.constantFrom(
      'role',
      'companyId',
      'state',
      'status',
      'verified',
      'id',
      'createdAt',
      'isDemo',
      '__proto__',
      'constructor',
    ),
    fc.string({ minLength: 1 }),
  )
  for (const schema of [draftForm, companyForm, publishableForm]) {
    const known = new Set(Object.keys('shape' in schema ? schema.shape : emptyDraft))
    fc.assert(
      fc.property(names, fc.jsonValue(), (name, value) => {
        fc.pre(!known.has(name))
        const body = Object.defineProperty({ ...emptyDraft }, name, { value, enumerable: true })
        const given =
          schema === companyForm
            ? Object.defineProperty({ name: 'A' }, name, { value, enumerable: true })
            : body
        expect(schema.safeParse(given).success).toBe(false)
      }),
    )
  }
})

test('no draft of strings can break either schema', () => {
  fc.assert(
    fc.property(
      fc.record(
        Object.fromEntries(Object.keys(emptyDraft).map((key) => [key, fc.string({ unit: 'binary' })])),
      ),
      (values) => {
        const draft = draftForm.safeParse(values)
        if (draft.success) publishableForm.safeParse(draft.data)
      },
    ),
  )
})

describe('a company', () => {
  test('needs a name; the address and the text may be absent', () => {
    expect(companyForm.parse({ name: ' Nord\n Bakery ' })).toEqual({
      name: 'Nord Bakery',
      website: null,
      about: '',
    })
    expect(companyForm.parse({ name: 'A', website: 'https://example.org', about: 'x\r\n' })).toEqual({
      name: 'A',
      website: 'https://example.org/',
      about: 'x',
    })
  })

  test.each(['javascript:alert(1)', 'example.org', 'https://a:b@example.org', 'https://localhost'])(
    'website %s is refused',
    (website) => {
      expect(companyForm.safeParse({ name: 'A', website }).success).toBe(false)
    },
  )

  test('without a name is refused', () => {
    expect(companyForm.safeParse({ name: ' \u0000 ' }).success).toBe(false)
  })
})

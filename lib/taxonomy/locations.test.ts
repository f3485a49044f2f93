import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { smallTaxonomy } from './fixtures'
import { resolveLocation, type StructuredLocation } from './locations'

const taxonomy = smallTaxonomy()

function named(strings: string | string[], structured?: StructuredLocation): string[] {
  const { places } = resolveLocation(taxonomy, [strings].flat(), structured)
  return places.map(
    ({ cityId, regionId, countryId }) => taxonomy.placeById.get(cityId ?? regionId ?? countryId)?.slug ?? '?',
  )
}

function workplace(...strings: string[]) {
  return resolveLocation(taxonomy, strings).workplace
}

describe('places', () => {
  test.each([
    ['London', ['london-gb']],
    ['London, ON', ['london-ca']],
    ['Dublin, OH', ['dublin-us']],
    ['Cambridge, MA', ['cambridge-us']],
    ['Cambridge, UK', ['cambridge-gb']],
    ['Paris, TX', ['paris-us']],
    ['Portland', ['portland-us']],
    ['Portland, ME', ['portland-maine-us']],
    ['Portland, OR or Seattle', ['portland-us', 'seattle-us']],
    ['Atlanta, Georgia', ['atlanta-us']],
    ['Tbilisi, Georgia', ['tbilisi-ge']],
    ['New York, New York, United States', ['new-york-city-us']],
    ['New York, US, New York', ['new-york-city-us']],
    ['San Francisco, CA - US', ['san-francisco-us']],
    ['San Francisco CA', ['san-francisco-us']],
    ['Berlin, DE', ['berlin-de']],
    ['India, Karnataka, Bangalore', ['bengaluru-in']],
    ['India-Bangalore', ['bengaluru-in']],
    ['USA - New York NY', ['new-york-city-us']],
    ['Washington, D.C.', ['washington-d-c-us']],
    ['Seattle, Washington', ['seattle-us']],
    ['Ontario, Canada', ['ontario-ca']],
    ['München, Deutschland', ['munich-de']],
    ['London; Paris | Berlin • Munich', ['london-gb', 'paris-fr', 'berlin-de', 'munich-de']],
    [
      'San Francisco, CA, New York, NY, Portland, OR',
      ['san-francisco-us', 'new-york-city-us', 'portland-us'],
    ],
    ['Cambridge or Boston, MA', ['cambridge-us', 'boston-us']],
    ['San Francisco, CA • New York, NY • United States', ['san-francisco-us', 'new-york-city-us', 'us']],
    [
      'San Francisco, New York, Seattle, Remote in the US',
      ['san-francisco-us', 'new-york-city-us', 'seattle-us', 'us'],
    ],
    ['Anywhere in the U.S. (remote)', ['us']],
    ['New York Office (HQ)', ['new-york-city-us']],
    ['Central - United States', ['us']],
    ['Remote - NY', ['new-york-us']],
    ['USA - NY - New York', ['new-york-city-us']],
    ['US-CA-San Francisco', ['san-francisco-us']],
    ['Emeryville, CA', ['california-us']],
    ['Emeryville, CA (Hybrid)', ['california-us']],
    ['Crane, IN', ['indiana-us']],
    ['United States - Seattle, Indiana', ['indiana-us']],
    ['US - Seattle, Washington', ['seattle-us']],
    ['Crane, IN 47522', ['indiana-us']],
    ['Seattle, CA', ['california-us']],
    ['Toronto, CA', ['toronto-ca']],
    ['Washington, United States', ['us']],
    ['London, UK (Hybrid)', ['london-gb']],
    ['Remote in US', ['us']],
  ])('%s', (text, slugs) => {
    expect(named(text)).toEqual(slugs)
  })

  test.each([
    'Cambridge',
    'Birmingham',
    'Georgia',
    'Washington',
    'Remote - CA',
    'Headquarters',
    'Neo Gulf Canada Square',
    'Hybrid',
    '',
  ])('%s names none for certain', (text) => {
    expect(named(text)).toEqual([])
  })

  test('a town that the gazetteer has only elsewhere gives no more than its state', () => {
    expect(named('New Albany, Ohio')).toEqual(['ohio-us'])
  })

  test('"US, CA" may be two countries, so only the first counts', () => {
    expect(named('US, CA')).toEqual(['us'])
    expect(named('US, CA, San Francisco')).toEqual(['san-francisco-us'])
  })

  test('what is excluded is no place of the job', () => {
    expect(named('Remote US, except NY')).toEqual(['us'])
  })

  test('an address settles an ambiguous name, and stands in where the text names none', () => {
    const address = { locality: 'Cambridge', region: 'Massachusetts', country: 'United States' }
    expect(named('Cambridge', { addresses: [address] })).toEqual(['cambridge-us'])
    expect(named('Headquarters', { addresses: [address] })).toEqual(['cambridge-us'])
    expect(named('London, UK', { addresses: [address] })).toEqual(['london-gb'])
  })

  test('beside a bare "remote" only the country of an address counts, and only where nothing else names one', () => {
    const address = { locality: 'San Francisco', region: 'California', country: 'USA' }
    expect(named('Remote', { addresses: [address] })).toEqual(['us'])
    expect(named(['Remote', 'Berlin'], { addresses: [address, null] })).toEqual(['berlin-de'])
    expect(resolveLocation(taxonomy, ['Remote'], { addresses: [address] }).eligibility).toBeNull()
  })

  test('strings that say nothing known are handed back', () => {
    expect(resolveLocation(taxonomy, ['Headquarters', 'Berlin', 'Remote', ' ']).unresolved).toEqual([
      'Headquarters',
    ])
  })
})

describe('workplace', () => {
  test.each([
    [['Remote - US'], 'remote'],
    [['Berlin (Remote)'], 'remote'],
    [['Portland, Oregon (Remote)'], 'remote'],
    [['Dublin, OH - US (Remote)'], 'remote'],
    [['United States | Remote'], 'remote'],
    [['US, Remote'], 'remote'],
    [['Remote (United States | Canada)'], 'remote'],
    [['Remoto'], 'remote'],
    [['Hybrid'], 'hybrid'],
    [['San Francisco, CA (Hybrid) In office M,W,F'], 'hybrid'],
    [['London', 'Hybrid'], 'hybrid'],
    [['Onsite - Boston, MA'], 'onsite'],
  ])('%j is %s', (strings, value) => {
    expect(workplace(...strings)).toBe(value)
  })

  test.each([
    [['Berlin']],
    [['Berlin/Remote']],
    [['Remote, Berlin']],
    [['London', 'Remote - US']],
    [['Boston, NYC, US Remote']],
    [['San Francisco-Onsite', 'San Francisco-Hybrid']],
    [['London-Hybrid', 'Berlin']],
    [['Remote or Hybrid']],
    [['Remote-Friendly (Travel-Required) | San Francisco, CA']],
    [['Europe']],
  ])('%j states no single one', (strings) => {
    expect(workplace(...strings)).toBeNull()
  })

  test('a structured field outranks the words', () => {
    expect(resolveLocation(taxonomy, ['Berlin'], { workplaceType: 'OnSite' }).workplace).toBe('onsite')
    expect(resolveLocation(taxonomy, ['Berlin / Remote'], { workplaceType: 'Remote' }).workplace).toBe(
      'remote',
    )
    expect(resolveLocation(taxonomy, ['Berlin'], { workplaceType: null }).workplace).toBeNull()
  })
})

describe('eligibility', () => {
  test.each([
    ['Remote - US', ['US'], false],
    ['Remote (United States | Canada)', ['CA', 'US'], false],
    ['Remote - DACH', ['AT', 'CH', 'DE'], false],
    ['Remote, Germany, EMEA', ['DE'], false],
    ['Remote - Worldwide', [], true],
    ['Remote (weltweit)', [], true],
    ['Remote, DACH-Raum', ['AT', 'CH', 'DE'], false],
    ['Remote - Nordamerika', ['CA', 'MX', 'US'], false],
    ['Remote - US (EST)', ['US'], false],
    ['Anywhere', [], true],
    ['Remote - Ontario, Canada', ['CA'], false],
  ])('%s', (text, countries, worldwide) => {
    expect(resolveLocation(taxonomy, [text]).eligibility).toEqual({ countries, worldwide })
  })

  test('a group adds to a country outside it', () => {
    const { eligibility } = resolveLocation(taxonomy, ['Remote (UK & EU)'])
    expect(eligibility?.countries).toContain('GB')
    expect(eligibility?.countries).toHaveLength(28)
  })

  test.each(['Remote', 'Berlin (Remote)', 'Europe', 'New York'])('%s states none', (text) => {
    expect(resolveLocation(taxonomy, [text]).eligibility).toBeNull()
  })

  test('groups are expanded through each other', () => {
    expect(taxonomy.locations.countriesOf.get('eu')).toHaveLength(27)
    expect(taxonomy.locations.countriesOf.get('eea')).toHaveLength(30)
  })
})

test('no string makes it throw, and unknown words name no place', () => {
  const mixed = fc.oneof(
    fc.string({ unit: 'grapheme', maxLength: 100 }),
    fc
      .array(
        fc.constantFrom(
          'London',
          ',',
          'US',
          'CA',
          ';',
          '/',
          'or',
          'OR',
          'Remote',
          '(',
          ')',
          ' - ',
          'and',
          '|',
        ),
        { maxLength: 20 },
      )
      .map((words) => words.join(' ')),
  )
  fc.assert(
    fc.property(
      mixed,
      (text) => void resolveLocation(taxonomy, [text], { addresses: [{ locality: text, country: text }] }),
    ),
  )
  fc.assert(
    fc.property(fc.stringMatching(/^[qxz][a-z]{4,9}( [qxz][a-z]{4,9}){0,3}$/), (unknown) => {
      expect(named(unknown)).toEqual([])
    }),
  )
})

import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, test } from 'vitest'
import { Known } from '@/lib/figures/queries'
import { standInFor } from '@/lib/guides/stand-in'
import { statisticsOf, surveyRow } from '@/lib/guides/statistics-fixtures'
import { readText } from '@/lib/guides/text'
import { hostile } from '@/lib/jobs/hostile-fixtures'
import { GuideText } from './guide-text'
import type { PageFacts } from './part-in-text'
import { standInWords } from './public-words'

const called = { role: String, country: String, skill: String, locale: 'en-US' }
const page = { known: new Known([]), called, standIn: () => null, jobs: new Map() }

const row = {
  occupation: '15-1252',
  title: 'Software Developers',
  year: 2023,
  'wage-p10': null,
  'wage-p25': null,
  'wage-median': 132_270,
  'wage-p75': null,
  'wage-p90': null,
  employment: 1_656_880,
}
const context = {
  role: 'baker',
  sources: ['onet'],
  statistics: statisticsOf([row], [surveyRow({ seniority: 'senior', entries: 1234 }), surveyRow({})]),
}
const cited = [{ id: 'onet', title: 'O*NET', publisher: 'US Department of Labor' }]

function drawn(source: string): string {
  const text = readText(source, context)
  return renderToStaticMarkup(<GuideText text={text} cited={cited} page={page} />)
}

describe('a text as it is drawn', () => {
  test('a public number says what it is, of whom and of when', () => {
    const html = drawn(
      ':public[wage-median]{occupation=15-1252 year=2023}, :public[employment]{occupation=15-1252 year=2023}',
    )
    const words = html.replace(/<[^>]*>/g, '')
    expect(words).toContain(
      '132,270 USD (OEWS, May 2023) (Software Developers, US, median yearly wage; occupation 15-1252)',
    )
    expect(words).toContain('1,656,880 (OEWS, May 2023)')
    expect(html).toContain('<data value="132270">')
  })

  test('a number of the survey says how many entries it rests on, and that they are unproved', () => {
    const html = drawn(
      '| | pay |\n| --- | --- |\n| all | :public[survey-p25]{year=2024} |\n| senior | :public[survey-median]{year=2024 seniority=senior} |',
    )
    const words = html.replace(/<[^>]*>/g, '')
    expect(words).toContain('40,000 USD (aijobs.net survey, 2024, 40 entries)')
    expect(words).toContain(
      '50,000 USD (aijobs.net survey, 2024, 1,234 entries) (baker, Senior, US, full-time, median yearly pay; reported without names, mostly as ranges, each by its middle)',
    )
  })

  test('what stands in is labelled, and only where too few jobs tell', () => {
    const asked = ':figure[salary-median]{country=US seniority=senior}, :figure[salary-median]{country=DE}.'
    const text = readText(asked, context)
    const standIn: PageFacts['standIn'] = (question) => {
      const number = standInFor(question, { wages: new Map(), survey: context.statistics.survey })
      return number ? standInWords(number, called) : null
    }
    const html = renderToStaticMarkup(<GuideText text={text} cited={cited} page={{ ...page, standIn }} />)
    const absent = 'an amount that too few open jobs state'
    expect(html.replace(/<[^>]*>/g, '')).toBe(
      `${absent} (50,000 USD is the median of 1,234 entries for baker, Senior, US, in the aijobs.net survey of 2024), ${absent}.`,
    )
  })

  test('a source is a number that leads to the list, and is heard by its title', () => {
    expect(drawn('So it is :cite[onet].')).toContain(
      '<a href="#source-onet" class="cite" aria-label="Source 1: O*NET, US Department of Labor" title="Source 1: O*NET, US Department of Labor">[1]</a>.',
    )
  })

  test('a rule of thumb says that it is one, where the keyboard comes', () => {
    const html = drawn('It takes :rule[two *long* years].')
    expect(html).toContain('<span class="noted" tabindex="0">')
    expect(html.replace(/<[^>]*>/g, '')).toBe('It takes two long years (rule of thumb, not measured).')
  })

  test('a sentence reads with a figure that is not known', () => {
    const html = drawn(
      'It pays :figure[salary-median]{country=US} in :figure[share]{workplace=remote} of jobs.',
    )
    expect(html).toContain(
      '<p>It pays an amount that too few open jobs state in a share that too few open jobs tell of jobs.</p>',
    )
  })

  test('passages are named, and their headings can be linked to', () => {
    const html = drawn(':::mistake[The night]\nIt rang.\n:::')
    expect(html).toContain('<section class="passage passage-mistake" aria-label="A mistake and its cost">')
    expect(html).toContain('<h3 id="the-night"><a href="#the-night" class="link-here">The night</a></h3>')
  })

  test.each(hostile)('nothing can run: %s', (source) => {
    const one = source.replace(/\s+/g, ' ')
    const html = drawn(
      `## Questions\n\n${source}\n\n### ${one}\n\n:::mistake[${one}]\n${source}\n:::\n\n:rule[${one}]\n`,
    )
    expect((html.match(/<[^>]*>?/g) ?? []).filter((tag) => !safeTag.test(tag))).toEqual([])
  })
})

/** Every tag that the board writes, attribute by attribute. */
const safeTag =
  /^<\/?(?:h[234]|p|ul|ol|li|strong|em|del|br|hr|blockquote|code|pre|table|thead|tbody|tr|th|td|div|a|section|span)(?: (?:id="[^"<>]*"|href="(?:https?:\/\/|mailto:|\/(?!\/)|#)[^"<>]*"|rel="noopener"|scope="(?:row|col)"|class="[a-z -]*"|tabindex="0"|role="region"|aria-label="[^"<>]*"|start="\d+"))*\/?>$/

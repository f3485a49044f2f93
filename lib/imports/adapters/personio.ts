import { z } from 'zod'
import { childrenOf, type XmlElement } from '@/lib/outside/parse-xml'
import { type Adapter, readItems } from '../adapter'
import type { ItemFields } from '../shape'
import { subdomainIn } from './board-address'
import { dateOf } from './dates'
import { section } from './html'
import { placeOf } from './places'
import { rootNamed, textsOf } from './xml'

// https://developer.personio.de/docs/retrieving-open-job-positions

const position = z.object({
  id: z.string(),
  name: z.string(),
  subcompany: z.string().nullish(),
  office: z.string().nullish(),
  offices: z.array(z.string()),
  department: z.string().nullish(),
  employmentType: z.string().nullish(),
  schedule: z.string().nullish(),
  seniority: z.string().nullish(),
  createdAt: z.string().nullish(),
  descriptions: z.array(z.object({ name: z.string().nullish(), value: z.string().nullish() })),
})

export const personio: Adapter = {
  name: 'personio',
  label: 'Personio',
  example: 'acme, or https://acme.jobs.personio.de',
  boardOf(typed) {
    const [, word] = /^com:(.+)$/.exec(typed.trim()) ?? []
    if (word) return subdomainIn(word, []) && `com:${subdomainIn(word, [])}`
    const international = typed.includes('.') ? subdomainIn(typed, ['jobs.personio.com']) : null
    return international ? `com:${international}` : subdomainIn(typed, ['jobs.personio.de'])
  },
  firstAsk: (board) => ({ url: `${homeOf(board)}xml`, accept: 'xml' }),
  homeOf,
  read(text, { board }) {
    const positions = childrenOf(rootNamed(text, ['workzag-jobs']), 'position').map(statedIn)
    return {
      jobs: readItems(positions, {
        item: position,
        idOf: ({ id }) => id,
        toJob: (item) => fieldsOf(item, board),
      }),
      next: [],
      total: positions.length,
    }
  },
}

/** The boards on the international domain are written `com:acme`. */
function homeOf(board: string): string {
  const isInternational = board.startsWith('com:')
  const name = encodeURIComponent(isInternational ? board.slice(4) : board)
  return `https://${name}.jobs.personio.${isInternational ? 'com' : 'de'}/`
}

function statedIn(element: XmlElement): unknown {
  const nested = (outer: string, inner: string) =>
    childrenOf(element, outer).flatMap((one) => childrenOf(one, inner))
  return {
    ...textsOf(element),
    offices: nested('additionalOffices', 'office').map(({ text }) => text),
    descriptions: nested('jobDescriptions', 'jobDescription').map(textsOf),
  }
}

/** The address of a job stands in no element. */
function fieldsOf(item: z.output<typeof position>, board: string): ItemFields {
  return {
    openingKey: null,
    company: item.subcompany ?? null,
    title: item.name,
    url: `${homeOf(board)}job/${encodeURIComponent(item.id)}`,
    locations: [item.office, ...item.offices].flatMap((office) => placeOf(office)),
    employmentType: typeOf(item),
    seniority: item.seniority ?? null,
    department: item.department ?? null,
    html: item.descriptions.map(({ name, value }) => section(name, value)).join(''),
    payText: null,
    publishedAt: dateOf(item.createdAt),
  }
}

/** `permanent` says how long; where it stands, full or part time is the more that is stated. */
function typeOf({ employmentType, schedule }: z.output<typeof position>): string | null {
  return (employmentType === 'permanent' ? schedule : null) || employmentType || schedule || null
}

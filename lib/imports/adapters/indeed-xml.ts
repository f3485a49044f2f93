import { z } from 'zod'
import { childrenOf } from '@/lib/outside/parse-xml'
import { structuredWorkplace } from '@/lib/taxonomy/workplace'
import { type Adapter, readItems } from '../adapter'
import type { ItemFields, JobFields } from '../shape'
import { feedAddress } from './board-address'
import { dateOf, endOf } from './dates'
import { placeOf } from './places'
import { rootNamed, textsOf } from './xml'

// https://docs.indeed.com/indeed-apply/xml-feed; many job boards and applicant systems write feeds with the same elements.

const optional = z.string().nullish()

const job = z.object({
  title: z.string(),
  url: z.string(),
  referencenumber: optional,
  requisitionid: optional,
  date: optional,
  expirationdate: optional,
  company: optional,
  city: optional,
  state: optional,
  country: optional,
  description: optional,
  salary: optional,
  jobtype: optional,
  category: optional,
  remotetype: optional,
})

export const indeedXml: Adapter = {
  name: 'indeed-xml',
  label: 'XML feed as Indeed reads it',
  example: 'https://example.org/indeed.xml',
  boardOf: feedAddress,
  firstAsk: (board) => ({ url: board, accept: 'xml' }),
  homeOf: (board) => board,
  read(text) {
    const jobs = childrenOf(rootNamed(text, ['source']), 'job').map(textsOf)
    return {
      jobs: readItems(jobs, {
        item: job,
        idOf: ({ referencenumber, url }) => referencenumber || url,
        toJob: fieldsOf,
      }),
      next: [],
      total: null,
    }
  },
}

/** The description is HTML in CDATA, which is not encoded, or encoded once as any text in XML is; either way it is read already. */
function fieldsOf(item: z.output<typeof job>): ItemFields {
  return {
    openingKey: item.requisitionid || null,
    company: item.company ?? null,
    title: item.title,
    url: item.url,
    locations: placeOf(null, { locality: item.city, region: item.state, country: item.country }),
    workplace: workplaceOf(item.remotetype),
    employmentType: item.jobtype ?? null,
    seniority: null,
    department: item.category ?? null,
    html: item.description ?? '',
    payText: item.salary ?? null,
    publishedAt: dateOf(item.date),
    closesAt: endOf(item.expirationdate),
  }
}

function workplaceOf(stated: string | null | undefined): JobFields['workplace'] {
  return /^hybrid remote$/i.test(stated ?? '') ? 'hybrid' : structuredWorkplace(stated)
}

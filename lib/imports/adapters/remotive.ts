import { z } from 'zod'
import { type Adapter, parseJson, readItems, requireShape } from '../adapter'
import type { ItemFields } from '../shape'
import { boardIn } from './board-address'
import { dateOf } from './dates'
import { wordsIn } from './word-lists'

// https://github.com/remotive-com/remote-jobs-api

const answer = z.object({ jobs: z.array(z.unknown()), 'job-count': z.number().nullish() })

const job = z.object({
  id: z.union([z.number(), z.string()]),
  url: z.string(),
  title: z.string(),
  company_name: z.string().nullish(),
  category: z.string().nullish(),
  tags: z.array(z.string()).nullish(),
  job_type: z.string().nullish(),
  publication_date: z.string().nullish(),
  candidate_required_location: z.string().nullish(),
  salary: z.string().nullish(),
  description: z.string().nullish(),
})

export const remotive: Adapter = {
  name: 'remotive',
  label: 'Remotive',
  example: 'all, or a category such as https://remotive.com/remote-jobs/software-dev',
  boardOf(typed) {
    if (
      /^(?:https?:\/\/)?(?:www\.)?remotive\.com(?:\/|\/remote-jobs\/?|\/api\/remote-jobs\/?)?$/i.test(
        typed.trim(),
      )
    )
      return 'all'
    return boardIn(typed, [
      /^remotive\.com\/api\/remote-jobs\/?\?(?:.*&)?category=([^&#]+)/i,
      /^remotive\.com\/remote-jobs\/([\w-]+)/i,
    ])
  },
  firstAsk: (board) => ({
    url: `https://remotive.com/api/remote-jobs${board === 'all' ? '' : `?category=${encodeURIComponent(board)}`}`,
    accept: 'json',
  }),
  homeOf: (board) =>
    `https://remotive.com/remote-jobs${board === 'all' ? '' : `/${encodeURIComponent(board)}`}`,
  read(text) {
    const { jobs, 'job-count': total } = requireShape(answer, parseJson(text))
    return {
      jobs: readItems(jobs, { item: job, idOf: ({ id }) => id, toJob: fieldsOf }),
      next: [],
      total: total ?? null,
    }
  },
}

/** Every job of the source is remote; what it asks of a place is from where. */
function fieldsOf(item: z.output<typeof job>): ItemFields {
  return {
    openingKey: null,
    company: item.company_name ?? null,
    title: item.title,
    url: item.url,
    workplace: 'remote',
    eligibleFrom: wordsIn(item.candidate_required_location),
    employmentType: item.job_type ?? null,
    seniority: null,
    department: item.category ?? null,
    html: item.description ?? '',
    payText: item.salary ?? null,
    skills: wordsIn(item.tags),
    publishedAt: dateOf(item.publication_date),
  }
}

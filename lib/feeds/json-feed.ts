import { env } from '@/lib/env'
import type { JobRow } from '@/lib/jobs/rows'
import type { Ignored } from '@/lib/search/url/grammar'
import { addressesOf, type Door, type DoorItem } from './door'
import { ignoredWords } from './ignored'
import { linesOf, tagsOf } from './item-words'
import { atAddress } from './links'
import { orderWords, titleOf } from './titles'

/** What the format has no words for; the names of such members begin with `_`. */
export type FeedExtension = { about: string; canonical: string; ignored: Ignored[] }

export type ItemExtension = Pick<
  JobRow,
  | 'places'
  | 'locationStated'
  | 'workplace'
  | 'employmentType'
  | 'seniority'
  | 'visa'
  | 'eligibility'
  | 'eligibleFrom'
  | 'pay'
  | 'payImplausible'
  | 'skills'
  | 'firstSeenAt'
> & { company: JobRow['company']; role: { slug: string; name: string } | null; countries: string[] }

export type JsonFeed = {
  version: 'https://jsonfeed.org/version/1.1'
  title: string
  description: string
  home_page_url: string
  feed_url: string
  next_url?: string
  language: string
  items: JsonFeedItem[]
  _waypost: FeedExtension
}

export type JsonFeedItem = {
  id: string
  url: string
  title: string
  content_text: string
  date_published: string
  authors: { name: string; url: string }[]
  tags: string[]
  _waypost: ItemExtension
}

/** JSON Feed 1.1 (jsonfeed.org/version/1.1). */
export function jsonFeedOf(door: Door): JsonFeed {
  const { self, next, home } = addressesOf('/jobs.json', door)
  return {
    version: 'https://jsonfeed.org/version/1.1',
    title: titleOf(door),
    description: [orderWords[door.sort], ignoredWords(door.ignored)].filter(Boolean).join(' '),
    home_page_url: home,
    feed_url: self,
    ...(next === null ? {} : { next_url: next }),
    language: env().BOARD_LOCALE,
    items: door.items.map(itemOf),
    _waypost: {
      about: atAddress('/api/v1/openapi.json'),
      canonical: door.canonical,
      ignored: door.ignored,
    },
  }
}

function itemOf(item: DoorItem): JsonFeedItem {
  const { job, extra } = item
  return {
    id: job.publicId,
    url: atAddress(job.href),
    title: job.title,
    content_text: linesOf(item).join('\n\n'),
    date_published: job.firstPublishedAt,
    authors: [{ name: job.company.name, url: atAddress(`/companies/${job.company.slug}`) }],
    tags: tagsOf(item),
    _waypost: {
      company: job.company,
      role: extra.role,
      countries: extra.countries,
      places: job.places,
      locationStated: job.locationStated,
      workplace: job.workplace,
      employmentType: job.employmentType,
      seniority: job.seniority,
      visa: job.visa,
      eligibility: job.eligibility,
      eligibleFrom: job.eligibleFrom,
      pay: job.pay,
      payImplausible: job.payImplausible,
      skills: job.skills,
      firstSeenAt: job.firstSeenAt,
    },
  }
}

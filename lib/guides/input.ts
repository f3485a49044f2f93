import { z } from 'zod'
import { oneLine } from '@/lib/typed-text'

/** YAML reads 2026-11-21 as a date at midnight UTC; inside, a day is text. */
const day = z.preprocess(
  (value) =>
    value instanceof Date && !Number.isNaN(value.getTime()) ? value.toISOString().slice(0, 10) : value,
  z.iso.date('Write a day as 2026-11-21.'),
)

const slug = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'Write a slug such as backend-developer.')

function distinct<T extends z.ZodType<string>>(item: T, most: number) {
  return z
    .array(item)
    .max(most)
    .default([])
    .refine(
      (list) => new Set(list.map((one) => one.toLowerCase())).size === list.length,
      'It names one twice.',
    )
}

export const sections = ['overview', 'how-to-become', 'salary', 'skills', 'resume', 'interview'] as const
export type Section = (typeof sections)[number]

/** Of every text. Fields that are not listed are a mistake, so they are refused. */
const shared = {
  title: z.string().trim().min(1).max(80),
  description: z.string().trim().min(1).max(300),
  author: slug,
  published: day,
  reviewed: day,
  tags: distinct(slug, 4).pipe(z.array(slug).min(1, 'Name one to four tags of content/tags.json.')),
  sources: distinct(slug, 20),
}

type Dated = { published: string; reviewed: string }
const inOrder = (head: Dated) => head.reviewed >= head.published
const notInOrder = { path: ['reviewed'], message: 'It is before `published`.' }

export const guideHead = z
  .strictObject({ role: slug, section: z.enum(sections), ...shared, related: distinct(slug, 12) })
  .refine(inOrder, notInOrder)
  .refine((head) => head.section === 'overview' || head.related.length === 0, {
    path: ['related'],
    message: 'Only the overview names related roles.',
  })
  .refine((head) => !head.related.includes(head.role), {
    path: ['related'],
    message: 'It names the role of the guide.',
  })
export type GuideHead = z.output<typeof guideHead>

export const comparisonHead = z
  .strictObject({ roles: z.tuple([slug, slug]), ...shared })
  .refine(inOrder, notInOrder)
  .refine(({ roles: [a, b] }) => a !== b, { path: ['roles'], message: 'It names one role twice.' })
export type ComparisonHead = z.output<typeof comparisonHead>

export const termHead = z
  .strictObject({
    term: z.string().trim().min(1).max(60),
    ...shared,
    spellings: distinct(z.string().trim().min(2).max(60), 12),
    related: distinct(slug, 8),
  })
  .refine(inOrder, notInOrder)
export type TermHead = z.output<typeof termHead>

/** `content/sources.json`: what texts rest on. */
export const sourceList = z.array(
  z.strictObject({
    id: slug,
    title: z.string().min(1),
    publisher: z.string().min(1),
    year: z.int().min(1900).max(2100),
    url: z.url({ protocol: /^https$/ }),
    licence: z.string().min(1),
  }),
)
export type Source = z.output<typeof sourceList>[number]

/** `content/authors.json`: who wrote them. */
export const authorList = z.array(
  z.strictObject({
    id: slug,
    name: z.string().min(1),
    about: z.string().min(1),
    url: z.url().optional(),
    email: z
      .email()
      .transform((address) => address.toLowerCase())
      .optional(),
  }),
)
/** As the file has them. The address tells whose answers below a text are its author's, and is shown nowhere. */
export type KnownAuthor = z.output<typeof authorList>[number]
export type Author = Omit<KnownAuthor, 'email'>

/** `content/tags.json`: what pages may be about, in the order in which it is shown. `about` is one sentence. */
export const tagList = z.array(
  z.strictObject({
    slug,
    title: z.string().trim().min(1).max(40),
    about: z.string().trim().min(1).max(160),
  }),
)
export type Tag = z.output<typeof tagList>[number]

/** `content/number-names.json`: names that hold a number, each with the reason why it is one. */
export const numberNameList = z.array(
  z.strictObject({ name: z.string().regex(/\d/, 'It holds no number.'), reason: z.string().min(1) }),
)
export type NumberName = z.output<typeof numberNameList>[number]

export const MOST_TYPED = 200

/** Pages of a result that are shown at once. */
export const MOST_FOUND = 20

/** Of `/api/v1/guides`; `names` while somebody types. */
export const guidesAsked = z.strictObject({
  q: oneLine(MOST_TYPED).pipe(z.string().min(1)),
  in: z.enum(['text', 'names']).default('text'),
  page: z.coerce.number().int().min(1).max(1000).default(1),
  limit: z.coerce.number().int().min(1).max(MOST_FOUND).default(MOST_FOUND),
})
export type GuidesAsked = z.output<typeof guidesAsked>

/** What is looked for at `/guides`; a page that is none is the first. */
export const guideQuestion = z.object({
  q: oneLine(MOST_TYPED).default(''),
  page: z.coerce.number().int().min(1).max(1000).catch(1),
})

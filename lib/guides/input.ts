import { z } from 'zod'

/** YAML reads 2026-11-21 as a date at midnight UTC; inside, a day is text. */
const day = z.preprocess(
  (value) =>
    value instanceof Date && !Number.isNaN(value.getTime()) ? value.toISOString().slice(0, 10) : value,
  z.iso.date('Write a day as 2026-11-21.'),
)

const slug = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'Write a slug such as backend-developer.')

/** The head of a guide. Fields that are not listed are a mistake, so they are refused. */
export const frontMatter = z
  .strictObject({
    role: slug,
    title: z.string().trim().min(1).max(80),
    summary: z.string().trim().min(1).max(300),
    published: day,
    reviewed: day,
    related: z.array(slug).max(12).default([]),
    /** How a guide is illustrated. The pictures of today are in words, so there is one value. */
    picture: z.literal('none').default('none'),
  })
  .refine((head) => head.reviewed >= head.published, {
    path: ['reviewed'],
    message: 'It is before `published`.',
  })
  .refine((head) => new Set(head.related).size === head.related.length, {
    path: ['related'],
    message: 'It names a role twice.',
  })
  .refine((head) => !head.related.includes(head.role), {
    path: ['related'],
    message: 'It names the role of the guide.',
  })
export type FrontMatter = z.output<typeof frontMatter>

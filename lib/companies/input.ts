import { z } from 'zod'
import { oneLine, typedText } from '@/lib/typed-text'

const website = z
  .string()
  .trim()
  .max(300, 'Use an address of at most 300 characters.')
  .refine(
    (value) => value === '' || isWebAddress(value),
    'Write the whole address, such as https://example.org',
  )
  .transform((value) => (value === '' ? null : new URL(value).href))

/** The company form as it is sent: absent fields count as empty. */
export const companyForm = z.strictObject({
  name: oneLine(120).refine((value) => value.length > 0, 'Write the name of the company.'),
  website: website.default(null),
  about: typedText(5000).default(''),
})
export type CompanyForm = z.output<typeof companyForm>

export const claimForm = z.strictObject({
  slug: z.string().max(100),
  domain: oneLine(300).refine(
    (value) => value !== '',
    'Write the domain of the company, such as example.com',
  ),
})
export const oneClaim = z.strictObject({ id: z.string().max(100) })
export const claimVerdict = oneClaim.extend({ verdict: z.enum(['grant', 'refuse']) })
export const importConsent = z.strictObject({
  slug: z.string().max(100),
  imports: z.enum(['allow', 'refuse']),
})

function isWebAddress(value: string): boolean {
  if (!/^https?:\/\//i.test(value) || !URL.canParse(value)) return false
  const url = new URL(value)
  return url.username === '' && url.password === '' && url.hostname.includes('.')
}

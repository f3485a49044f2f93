import { z } from 'zod'
import { plainCode, plainEmail, safeNext } from './rules'

const email = z
  .string()
  .max(300, 'This address is too long.')
  .transform((typed, context) => {
    const plain = plainEmail(typed)
    if (plain) return plain
    context.addIssue({ code: 'custom', message: 'Write an address such as name@example.org' })
    return z.NEVER
  })
const token = z.string().max(100)
const next = z.string().max(4000).optional().transform(safeNext)

export const askSignInInput = z.strictObject({
  email,
  next,
})
export const confirmByLinkInput = z.strictObject({ token })
export const confirmByCodeInput = z.strictObject({
  code: z
    .string()
    .max(40)
    .transform(plainCode)
    .pipe(z.string().regex(/^\d{6}$/, 'The code has six digits.')),
})
export const askAddressInput = z.strictObject({ email })
export const nothingInput = z.strictObject({})
export const demoSignInInput = z.strictObject({
  person: z.enum(['employer', 'candidate']),
  next,
})
export const oauthStartInput = z.strictObject({ nextauth: z.array(z.string().max(40)).max(4), next })

import { addRefusals } from '@/components/imports/words'
import { resumeImport } from '@/lib/imports/commands'
import { oneImport } from '@/lib/imports/input'
import { write } from '@/lib/web/handler'

export const POST = write({
  route: 'imports.resume',
  access: 'signed-in',
  input: oneImport,
  run: ({ actor, input }) => resumeImport(actor, input),
  done: ({ id }) => ({ to: `/employer/imports/${id}`, message: 'It goes on, and is read now.' }),
  refusals: { 'refuses-imports': addRefusals['refuses-imports'] },
  form: ({ params }) => `/employer/imports/${params.id}`,
})

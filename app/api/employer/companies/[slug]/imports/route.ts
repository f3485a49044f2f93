import { addRefusals } from '@/components/imports/words'
import { addImport } from '@/lib/imports/commands'
import { newImport } from '@/lib/imports/input'
import { write } from '@/lib/web/handler'

export const POST = write({
  route: 'imports.add',
  access: 'signed-in',
  input: newImport,
  creates: true,
  limits: ({ actor }) => [{ bucket: 'imports-add', key: actor.userId, points: 30, seconds: 3600 }],
  run: ({ actor, input }) => addImport(actor, input),
  done: ({ id }) => ({ to: `/employer/imports/${id}`, json: { id }, status: 201 }),
  refusals: addRefusals,
  form: ({ params }) => `/employer/companies/${params.slug}/imports`,
})

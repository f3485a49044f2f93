import { scheduleImport } from '@/lib/imports/commands'
import { schedule } from '@/lib/imports/input'
import { write } from '@/lib/web/handler'

export const POST = write({
  route: 'imports.schedule',
  access: 'signed-in',
  input: schedule,
  run: ({ actor, input }) => scheduleImport(actor, { id: input.id, hours: Number(input.hours) }),
  done: ({ id }) => ({ to: `/employer/imports/${id}`, message: 'The schedule is changed.' }),
  refusals: {},
  form: ({ params }) => `/employer/imports/${params.id}`,
})

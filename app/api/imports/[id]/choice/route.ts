import { addRefusals } from '@/components/imports/words'
import { publishImport } from '@/lib/imports/commands'
import { choiceForm } from '@/lib/imports/input'
import { write } from '@/lib/web/handler'

export const POST = write({
  route: 'imports.publish',
  access: 'signed-in',
  input: choiceForm,
  run: ({ actor, input }) => publishImport(actor, input),
  done: ({ id }) => ({
    to: `/employer/imports/${id}`,
    message: 'Published: the jobs come in now, and stay in step with their source.',
  }),
  refusals: {
    'refuses-imports': addRefusals['refuses-imports'],
    'unknown-role': {
      status: 422,
      field: 'departmentRoles',
      message: 'Write a department and a role of this board in each line, such as Kitchen = Cook.',
    },
    'nothing-left': { status: 422, message: 'Keep at least one department and one place.' },
  },
  form: ({ params }) => `/employer/imports/${params.id}`,
})

import { addRefusals } from '@/components/imports/words'
import { addBoardImport } from '@/lib/imports/commands'
import { newBoardImport } from '@/lib/imports/input'
import { write } from '@/lib/web/handler'

export const POST = write({
  route: 'imports.add_for_board',
  access: 'signed-in',
  input: newBoardImport,
  creates: true,
  run: ({ actor, input }) => addBoardImport(actor, input),
  done: ({ id }) => ({ to: `/employer/imports/${id}`, json: { id }, status: 201 }),
  refusals: addRefusals,
  form: () => '/admin/imports',
})

import { askForAddress } from '@/lib/accounts/address'
import { askAddressInput } from '@/lib/accounts/input'
import { write } from '@/lib/web/handler'
import { addressLimit, networkLimit } from '@/lib/web/sign-in-limits'

export const POST = write({
  route: 'address.ask',
  access: 'signed-in',
  input: askAddressInput,
  limits: ({ client, input }) => [networkLimit('ask', client), addressLimit('ask', input.email)],
  run: ({ actor, input }) => askForAddress(actor, input.email),
  done: () => ({
    to: '/account/sign-in',
    message: 'Open the link in the mail to your new address. Until then nothing changes.',
    status: 202,
  }),
  refusals: { same: { status: 422, message: 'This is your address already.', field: 'email' } },
  form: () => '/account/sign-in',
})

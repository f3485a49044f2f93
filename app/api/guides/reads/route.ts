import { countRead } from '@/lib/readers/commands'
import { readInput } from '@/lib/readers/input'
import { networkOf } from '@/lib/web/client-address'
import { write } from '@/lib/web/handler'

/** Sent by `public/reading.js` once a page has been in sight for a while. */
export const POST = write({
  route: 'guides.read',
  access: 'anyone',
  input: readInput,
  limits: ({ client }) => [{ bucket: 'guide-reads', key: networkOf(client), points: 120, seconds: 3600 }],
  run: ({ actor, input }) => countRead(actor, input.page),
  done: () => ({ to: '/guides' }),
  refusals: {},
  form: () => '/guides',
})

import { isPagePath } from '@/lib/guides/page-path'
import { vote } from '@/lib/readers/commands'
import { voteInput } from '@/lib/readers/input'
import { networkOf } from '@/lib/web/client-address'
import { write } from '@/lib/web/handler'

export const POST = write({
  route: 'guides.vote',
  access: 'anyone',
  input: voteInput,
  limits: ({ client }) => [{ bucket: 'guide-votes', key: networkOf(client), points: 60, seconds: 3600 }],
  run: ({ actor, input, client }) => vote(actor, { ...input, network: networkOf(client) }),
  done: ({ page }) => ({
    to: `${page}#useful`,
    message: 'Thank you: it is kept for those who write the guides.',
  }),
  refusals: {},
  form: ({ values }) => {
    const page = values.page?.[0]
    return isPagePath(page) ? page : '/guides'
  },
})

import { oauthStartInput } from '@/lib/accounts/input'
import { env } from '@/lib/env'
import { done, refused } from '@/lib/outcome'
import { read, write } from '@/lib/web/handler'
import { finishOauth, startOauth } from '@/lib/web/oauth'
import { oauthServices } from '@/lib/web/oauth-services'

/** `POST /api/auth/signin/{service}`: the one action of next-auth that is open here; the rest of its paths do not exist. */
export const POST = write({
  route: 'oauth.start',
  access: 'anyone',
  input: oauthStartInput,
  async run({ actor, input, cookies }) {
    const [action, service = '', ...rest] = input.nextauth
    if (action !== 'signin' || rest.length > 0 || !isConfigured(service)) return refused('not-found')
    return done(await startOauth({ service, next: input.next, cookies, requestId: actor.request?.id ?? '' }))
  },
  done: ({ to, cookieLines }) => ({ to, cookieLines }),
  refusals: { 'not-found': { status: 404, message: 'This is not here.' } },
  form: () => '/sign-in',
})

/** `GET /api/auth/callback/{service}`: what the service sends back. */
export const GET = read({
  route: 'oauth.callback',
  access: 'anyone',
  async run({ params, url, cookies, requestId }) {
    const [action, service = '', ...rest] = [params.nextauth ?? []].flat()
    if (action !== 'callback' || rest.length > 0 || !isConfigured(service)) return null
    const { to, cookieLines } = await finishOauth({
      service,
      query: Object.fromEntries(url.searchParams),
      cookies,
      requestId,
    })
    const headers = new Headers({ location: new URL(to, env().BASE_URL).href, 'cache-control': 'no-store' })
    for (const line of cookieLines) headers.append('set-cookie', line)
    return new Response(null, { status: 303, headers })
  },
})

function isConfigured(service: string): boolean {
  return oauthServices().some(({ id }) => id === service)
}

import { z } from 'zod'
import { env } from '@/lib/env'
import { type OauthService, oauthServices } from './oauth-services'

type Service = OauthService['id']

/** What every service tells about a person; `email_verified` decides whether the address counts. */
export const oauthProfile = z.object({
  sub: z.coerce.string().min(1).max(255),
  name: z.string().nullish(),
  email: z.string().nullish(),
  picture: z.string().nullish(),
  email_verified: z
    .union([z.boolean(), z.literal('true').transform(() => true), z.literal('false').transform(() => false)])
    .nullish(),
})

const asPerson = (given: unknown) => {
  const { sub, name, email, picture } = oauthProfile.parse(given)
  return { id: sub, name: name ?? null, email: email ?? null, image: picture ?? null }
}

const openId = {
  type: 'oauth' as const,
  idToken: true,
  authorization: { params: { scope: 'openid email profile' } },
  profile: asPerson,
}

/** The configured services, as next-auth wants them. */
export function oauthProviders() {
  return oauthServices().map(({ id, name }) => ({ id, name, ...settings[id]() }))
}

const settings = {
  google: () => ({
    ...openId,
    wellKnown: 'https://accounts.google.com/.well-known/openid-configuration',
    checks: ['pkce' as const, 'state' as const, 'nonce' as const],
    clientId: env().GOOGLE_ID ?? '',
    clientSecret: env().GOOGLE_SECRET ?? '',
  }),
  linkedin: () => ({
    ...openId,
    wellKnown: 'https://www.linkedin.com/oauth/.well-known/openid-configuration',
    issuer: 'https://www.linkedin.com/oauth',
    client: { token_endpoint_auth_method: 'client_secret_post' as const },
    // LinkedIn knows neither PKCE nor a nonce for web applications.
    checks: ['state' as const],
    clientId: env().LINKEDIN_ID ?? '',
    clientSecret: env().LINKEDIN_SECRET ?? '',
  }),
  oidc: () => ({
    ...openId,
    wellKnown: `${(env().OIDC_ISSUER ?? '').replace(/\/$/, '')}/.well-known/openid-configuration`,
    checks: ['pkce' as const, 'state' as const, 'nonce' as const],
    clientId: env().OIDC_ID ?? '',
    clientSecret: env().OIDC_SECRET ?? '',
  }),
  github: () => ({
    type: 'oauth' as const,
    authorization: {
      url: 'https://github.com/login/oauth/authorize',
      params: { scope: 'read:user user:email' },
    },
    token: 'https://github.com/login/oauth/access_token',
    userinfo: { url: 'https://api.github.com/user', request: githubProfile },
    checks: ['pkce' as const, 'state' as const],
    profile: asPerson,
    clientId: env().GITHUB_ID ?? '',
    clientSecret: env().GITHUB_SECRET ?? '',
  }),
} satisfies Record<Service, () => unknown>

const githubUser = z.object({
  id: z.number(),
  name: z.string().nullish(),
  login: z.string(),
  avatar_url: z.string().nullish(),
})
const githubEmails = z.array(z.object({ email: z.string(), primary: z.boolean(), verified: z.boolean() }))

/** The public address of a GitHub profile says nothing; the primary one with its mark does. */
async function githubProfile({ tokens }: { tokens: { access_token?: string | undefined } }) {
  const ask = async (path: string): Promise<unknown> => {
    const headers = { authorization: `Bearer ${tokens.access_token}`, accept: 'application/vnd.github+json' }
    const answer = await fetch(`https://api.github.com${path}`, {
      headers,
      signal: AbortSignal.timeout(5000),
    })
    if (!answer.ok) throw new Error(`GitHub answered ${answer.status}`)
    return answer.json()
  }
  const { id, name, login, avatar_url } = githubUser.parse(await ask('/user'))
  const primary = githubEmails.parse(await ask('/user/emails')).find((email) => email.primary)
  return {
    sub: String(id),
    name: name ?? login,
    picture: avatar_url ?? undefined,
    email: primary?.email,
    email_verified: primary?.verified ?? false,
  }
}

import { env } from '@/lib/env'

export type OauthService = { id: 'github' | 'google' | 'linkedin' | 'oidc'; name: string; origin: string }

/** The sign-in services that the operator configured; none by default. */
export function oauthServices(): OauthService[] {
  const given = env()
  const services: OauthService[] = []
  if (given.GITHUB_ID && given.GITHUB_SECRET) {
    services.push({ id: 'github', name: 'GitHub', origin: 'https://github.com' })
  }
  if (given.GOOGLE_ID && given.GOOGLE_SECRET) {
    services.push({ id: 'google', name: 'Google', origin: 'https://accounts.google.com' })
  }
  if (given.LINKEDIN_ID && given.LINKEDIN_SECRET) {
    services.push({ id: 'linkedin', name: 'LinkedIn', origin: 'https://www.linkedin.com' })
  }
  if (given.OIDC_ISSUER && given.OIDC_ID && given.OIDC_SECRET) {
    services.push({ id: 'oidc', name: 'Single sign-on', origin: new URL(given.OIDC_ISSUER).origin })
  }
  return services
}

/** Where a sign-in form may lead. */
export function oauthOrigins(): string[] {
  return oauthServices().map((service) => service.origin)
}

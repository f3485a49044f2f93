import { z } from 'zod'

/** The one place that reads the environment (scripts and configuration aside). An empty value counts as absent. */
const schema = z.object({
  NODE_ENV: z.enum(['development', 'production', 'test']).default('development'),
  DATABASE_URL: z.string().min(1),
  BASE_URL: z.url().default('http://localhost:3000'),
  HOST: z.string().default('localhost'),
  PORT: z.coerce.number().int().min(0).max(65_535).default(3000),
  WAYPOST_SECRET: z.string().min(32),
  WAYPOST_DEV: z.literal('1').optional(),
  WAYPOST_DEMO: z.literal('1').optional(),
  WAYPOST_DIST_DIR: z.string().default('.next'),
  /** Addresses or CIDR ranges of the reverse proxies whose X-Forwarded-For is believed, separated by commas. */
  TRUSTED_PROXIES: z.string().default(''),
  /** Hosts inside the operator's own network that imports may ask, `host:port` each, separated by commas. */
  IMPORT_ALLOW_HOSTS: z.string().default(''),
  MAIL_URL: z.string().optional(),
  MAIL_FROM: z.string().default('Waypost <waypost@localhost>'),
  BOARD_NAME: z.string().max(60).default('Waypost'),
  BOARD_LOCALE: z.string().default('en-US'),
  /** The currency in which pay is compared on this board. */
  BOARD_CURRENCY: z
    .string()
    .regex(/^[A-Z]{3}$/)
    .default('USD'),
  /** Facet counts have a time limit of their own (RELIABILITY.md B61): a page without counts beats a page that waits. */
  FACETS_TIME_LIMIT_MS: z.coerce.number().int().min(20).max(30_000).default(250),
  /** The index in memory (lib/search/engine). Without it SQL answers every search: slower, and the same. */
  SEARCH_ENGINE: z.enum(['on', 'off']).default('on'),
  GITHUB_ID: z.string().optional(),
  GITHUB_SECRET: z.string().optional(),
  GOOGLE_ID: z.string().optional(),
  GOOGLE_SECRET: z.string().optional(),
  LINKEDIN_ID: z.string().optional(),
  LINKEDIN_SECRET: z.string().optional(),
  OIDC_ISSUER: z.url().optional(),
  OIDC_ID: z.string().optional(),
  OIDC_SECRET: z.string().optional(),
})
export type Env = z.infer<typeof schema>

let parsed: Env | undefined

/** Throws one line that names every variable that is missing or malformed; never prints a value. */
export function env(): Env {
  if (parsed) return parsed
  const given = Object.fromEntries(Object.entries(process.env).filter(([, value]) => value !== ''))
  const result = schema.safeParse(given)
  if (!result.success) {
    const names = result.error.issues.map((issue) => `${issue.path.join('.')} (${issue.message})`)
    throw new Error(`The environment is not usable: ${names.join(', ')}`)
  }
  parsed = result.data
  // next-auth 4 takes its own address from here and from nowhere else.
  process.env.NEXTAUTH_URL = parsed.BASE_URL
  return parsed
}

/** For tests, which give each worker its own database. */
export function forgetEnv(): void {
  parsed = undefined
}

/** Demo mode: sample data, one-click people, caught mail. Only the supervisor sets it, on a loopback address (decision 20). */
export function isDemo(): boolean {
  return env().WAYPOST_DEMO === '1' && isLoopback(env().BASE_URL) && isLoopback(`http://${env().HOST}`)
}

export function isLoopback(url: string): boolean {
  const host = new URL(url).hostname
  return host === 'localhost' || host === '[::1]' || /^127(\.\d{1,3}){3}$/.test(host)
}

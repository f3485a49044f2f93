/** The authorization table (RELIABILITY.md B14): who gets which answer from which route. A route that is missing here fails a test. */

export const people = [
  'visitor',
  'candidate',
  'observer',
  'recruiter',
  'owner',
  'stranger',
  'moderator',
  'admin',
  'disabled',
] as const
/** `observer`, `recruiter` and `owner` belong to the company of the object; `stranger` owns another one. */
export type Person = (typeof people)[number]
export type Answers = Record<Person, number>

/** What the route acts on, made anew for each question. Saved searches, claims and comments are the candidate's. */
export type ObjectKind =
  | 'none'
  | 'company'
  | 'draft'
  | 'published job'
  | 'saved search'
  | 'import'
  | 'claim'
  | 'waiting claim'
  | 'comment'
  | 'held comment'

export type RouteLine = {
  /** The logical name, as `write({ route })` and `read({ route })` have it. */
  route: string
  method: 'GET' | 'POST'
  /** As in the build's manifest. */
  path: string
  object: ObjectKind
  /** A valid body; `{object}` stands for the object's id, `{token}` for what a mail about it carries. */
  body?: Record<string, unknown>
  query?: string
  answers: Answers
  /** When the object is absent, to whoever is signed in; 404 if not given. */
  absent?: number
}

const all = (status: number): Answers =>
  Object.fromEntries(people.map((person) => [person, status])) as Answers
const signedIn = (status: number): Answers => ({ ...all(status), visitor: 401, disabled: 401 })
const only = (allowed: Partial<Answers>): Answers => ({ ...signedIn(404), ...allowed })
const recruits = (status: number) => only({ observer: 403, recruiter: status, owner: status })
/** Of the company of the import; an operator has every import. */
const keepsImport = (status: number) =>
  only({ observer: 403, recruiter: status, owner: status, admin: status })
const ownSearch = only({ candidate: 200 })

const employer = '/api/employer'
const searches = '/api/saved-searches'
const imports = '/api/imports'

export const routes: RouteLine[] = [
  { route: 'listing', method: 'GET', path: '/api/listing', object: 'none', answers: all(200) },
  {
    route: 'api.jobs.search',
    method: 'GET',
    path: '/api/v1/jobs',
    object: 'none',
    answers: all(200),
  },
  {
    route: 'api.jobs.show',
    method: 'GET',
    path: '/api/v1/jobs/[id]',
    object: 'published job',
    answers: all(200),
  },
  {
    route: 'api.figures.show',
    method: 'GET',
    path: '/api/v1/figures/[id]',
    object: 'none',
    answers: all(404),
  },
  {
    route: 'api.suggestions',
    method: 'GET',
    path: '/api/v1/suggestions',
    object: 'none',
    query: '?q=dev',
    answers: all(200),
  },
  {
    route: 'api.guides',
    method: 'GET',
    path: '/api/v1/guides',
    object: 'none',
    query: '?q=dev',
    answers: all(200),
  },
  { route: 'api.openapi', method: 'GET', path: '/api/v1/openapi.json', object: 'none', answers: all(200) },
  { route: 'guides.rss', method: 'GET', path: '/guides.rss', object: 'none', answers: all(200) },
  {
    route: 'guides.vote',
    method: 'POST',
    path: '/api/guides/votes',
    object: 'none',
    body: { page: '/guides/backend-developer', useful: 'yes' },
    answers: all(200),
  },
  {
    route: 'guides.read',
    method: 'POST',
    path: '/api/guides/reads',
    object: 'none',
    body: { page: '/guides/backend-developer' },
    answers: all(200),
  },
  { route: 'jobs.rss', method: 'GET', path: '/jobs.rss', object: 'none', answers: all(200) },
  { route: 'jobs.json-feed', method: 'GET', path: '/jobs.json', object: 'none', answers: all(200) },
  { route: 'jobs.csv', method: 'GET', path: '/jobs.csv', object: 'none', answers: all(200) },
  { route: 'api.missing', method: 'GET', path: '/api/[...missing]', object: 'none', answers: all(404) },

  {
    route: 'sign-in.ask',
    method: 'POST',
    path: '/api/sign-in',
    object: 'none',
    body: { email: 'somebody@example.org' },
    answers: all(202),
  },
  {
    route: 'sign-in.confirm',
    method: 'POST',
    path: '/api/sign-in/confirm',
    object: 'none',
    body: { token: 'a'.repeat(43) },
    answers: all(410),
  },
  {
    route: 'sign-in.code',
    method: 'POST',
    path: '/api/sign-in/code',
    object: 'none',
    body: { code: '123456' },
    answers: all(410),
  },
  {
    route: 'sign-out.here',
    method: 'POST',
    path: '/api/sign-out',
    object: 'none',
    body: {},
    answers: all(200),
  },
  {
    route: 'sign-out.everywhere',
    method: 'POST',
    path: '/api/sign-out/everywhere',
    object: 'none',
    body: {},
    answers: signedIn(200),
  },
  {
    route: 'address.ask',
    method: 'POST',
    path: '/api/account/address',
    object: 'none',
    body: { email: 'new-address@example.org' },
    answers: signedIn(202),
  },
  {
    route: 'address.confirm',
    method: 'POST',
    path: '/api/account/address/confirm',
    object: 'none',
    body: { token: 'a'.repeat(43) },
    answers: signedIn(410),
  },
  // No sign-in service is configured, and this is no demo board: neither exists.
  {
    route: 'oauth.start',
    method: 'POST',
    path: '/api/auth/[...nextauth]',
    object: 'none',
    body: {},
    answers: all(404),
  },
  {
    route: 'oauth.callback',
    method: 'GET',
    path: '/api/auth/[...nextauth]',
    object: 'none',
    answers: all(404),
  },
  {
    route: 'demo.sign-in',
    method: 'POST',
    path: '/api/demo/sign-in',
    object: 'none',
    body: { person: 'employer' },
    answers: all(404),
  },

  {
    route: 'companies.create',
    method: 'POST',
    path: `${employer}/companies`,
    object: 'none',
    body: { name: 'A new company' },
    answers: signedIn(201),
  },
  {
    route: 'companies.update',
    method: 'POST',
    path: `${employer}/companies/[slug]`,
    object: 'company',
    body: { name: 'Another name' },
    answers: only({ observer: 403, recruiter: 403, owner: 200 }),
  },
  {
    route: 'jobs.create',
    method: 'POST',
    path: `${employer}/jobs`,
    object: 'company',
    body: { company: '{object}' },
    answers: recruits(201),
  },
  {
    route: 'jobs.save',
    method: 'POST',
    path: `${employer}/jobs/[id]/draft`,
    object: 'draft',
    body: { title: 'Typed' },
    answers: recruits(200),
  },
  {
    route: 'jobs.publish',
    method: 'POST',
    path: `${employer}/jobs/[id]/publication`,
    object: 'draft',
    body: {},
    answers: recruits(200),
  },
  {
    route: 'jobs.delete_draft',
    method: 'POST',
    path: `${employer}/jobs/[id]/deletion`,
    object: 'draft',
    body: {},
    answers: recruits(200),
  },
  {
    route: 'jobs.edit',
    method: 'POST',
    path: `${employer}/jobs/[id]/revision`,
    object: 'published job',
    body: {},
    answers: recruits(200),
  },
  {
    route: 'jobs.discard_changes',
    method: 'POST',
    path: `${employer}/jobs/[id]/discard`,
    object: 'published job',
    body: {},
    answers: recruits(200),
  },
  {
    route: 'jobs.close',
    method: 'POST',
    path: `${employer}/jobs/[id]/closure`,
    object: 'published job',
    body: { reason: 'filled' },
    answers: recruits(200),
  },

  // The company of the question has people, so nobody can claim it.
  {
    route: 'companies.claim',
    method: 'POST',
    path: '/api/companies/[slug]/claims',
    object: 'company',
    body: { domain: 'nord-bakery.com' },
    answers: signedIn(409),
  },
  {
    route: 'companies.check_claim',
    method: 'POST',
    path: '/api/claims/[id]/check',
    object: 'claim',
    body: {},
    answers: only({ candidate: 200 }),
  },
  {
    route: 'companies.decide_claim',
    method: 'POST',
    path: '/api/admin/claims/[id]',
    object: 'waiting claim',
    body: { verdict: 'refuse' },
    answers: only({ admin: 200 }),
  },
  {
    route: 'comments.write',
    method: 'POST',
    path: '/api/comments',
    object: 'none',
    body: { page: '/guides/backend-developer', text: 'A remark.' },
    answers: signedIn(201),
  },
  {
    route: 'comments.answer',
    method: 'POST',
    path: '/api/comments/[id]/answers',
    object: 'comment',
    body: { text: 'An answer.' },
    answers: signedIn(201),
  },
  {
    route: 'comments.report',
    method: 'POST',
    path: '/api/comments/[id]/reports',
    object: 'comment',
    body: { reason: 'It sells something.' },
    answers: { ...signedIn(200), candidate: 409 },
  },
  {
    route: 'comments.take_back',
    method: 'POST',
    path: '/api/comments/[id]/retraction',
    object: 'comment',
    body: {},
    answers: only({ candidate: 200 }),
  },
  {
    route: 'comments.decide',
    method: 'POST',
    path: '/api/admin/comments/[id]',
    object: 'held comment',
    body: { verdict: 'approve' },
    answers: only({ moderator: 200, admin: 200 }),
  },
  {
    route: 'companies.import_consent',
    method: 'POST',
    path: `${employer}/companies/[slug]/consent`,
    object: 'company',
    body: { imports: 'refuse' },
    answers: only({ observer: 403, recruiter: 403, owner: 200 }),
  },
  // Merging none is refused to whoever may merge.
  {
    route: 'jobs.merge',
    method: 'POST',
    path: `${employer}/companies/[slug]/openings`,
    object: 'company',
    body: { jobs: [] },
    answers: recruits(422),
  },

  {
    route: 'imports.add',
    method: 'POST',
    path: `${employer}/companies/[slug]/imports`,
    object: 'company',
    body: { board: 'https://boards.greenhouse.io/demo' },
    answers: recruits(201),
  },
  {
    route: 'imports.add_for_board',
    method: 'POST',
    path: '/api/admin/imports',
    object: 'none',
    body: { board: 'https://boards.greenhouse.io/demo' },
    answers: only({ admin: 201 }),
  },
  {
    route: 'imports.publish',
    method: 'POST',
    path: `${imports}/[id]/choice`,
    object: 'import',
    body: { departments: ['Sales'], keptDepartments: ['Sales'] },
    answers: keepsImport(200),
  },
  {
    route: 'imports.schedule',
    method: 'POST',
    path: `${imports}/[id]/schedule`,
    object: 'import',
    body: { hours: '12' },
    answers: keepsImport(200),
  },
  ...[
    ['imports.run', 'run'],
    ['imports.pause', 'pause'],
    ['imports.resume', 'resume'],
    ['imports.believe', 'belief'],
    ['imports.look', 'look'],
    ['imports.close_missing', 'missing'],
    ['imports.remove', 'removal'],
  ].map(
    ([route = '', verb]): RouteLine => ({
      route,
      method: 'POST',
      path: `${imports}/[id]/${verb}`,
      object: 'import',
      body: {},
      answers: keepsImport(200),
    }),
  ),

  {
    route: 'alerts.save',
    method: 'POST',
    path: searches,
    object: 'none',
    body: { query: 'workplace=remote', name: 'Remote' },
    answers: signedIn(201),
  },
  {
    route: 'alerts.change',
    method: 'POST',
    path: `${searches}/[id]`,
    object: 'saved search',
    body: { name: 'Renamed', cadence: 'daily' },
    answers: ownSearch,
  },
  {
    route: 'alerts.stop',
    method: 'POST',
    path: `${searches}/[id]/stop`,
    object: 'saved search',
    body: {},
    answers: ownSearch,
  },
  {
    route: 'alerts.resume',
    method: 'POST',
    path: `${searches}/[id]/resume`,
    object: 'saved search',
    body: {},
    answers: ownSearch,
  },
  {
    route: 'alerts.delete',
    method: 'POST',
    path: `${searches}/[id]/deletion`,
    object: 'saved search',
    body: {},
    answers: ownSearch,
  },
  // The token of the mail is the permission; it stops one saved search and does nothing else.
  {
    route: 'alerts.unsubscribe',
    method: 'POST',
    path: '/api/unsubscribe/confirm',
    object: 'saved search',
    body: { token: '{token}' },
    answers: all(200),
  },
  {
    route: 'alerts.one-click',
    method: 'POST',
    path: '/api/unsubscribe',
    object: 'saved search',
    body: { 'List-Unsubscribe': 'One-Click' },
    query: '?token={token}',
    answers: all(200),
  },
]

/** Pages for everybody, pages that ask a visitor to sign in (an operator's among them), and pages that exist on a demo board only. */
export const pages: Record<string, 'everybody' | 'signed-in' | 'operator' | 'demo'> = {
  '/': 'everybody',
  '/jobs': 'everybody',
  '/jobs/[slug]': 'everybody',
  '/companies': 'everybody',
  '/companies/[slug]': 'everybody',
  '/guides': 'everybody',
  '/guides/[role]': 'everybody',
  '/guides/[role]/[section]': 'everybody',
  '/guides/compare': 'everybody',
  '/guides/compare/[pair]': 'everybody',
  '/guides/tags/[tag]': 'everybody',
  '/glossary': 'everybody',
  '/glossary/[term]': 'everybody',
  '/sign-in': 'everybody',
  '/sign-in/sent': 'everybody',
  '/sign-in/confirm': 'everybody',
  '/unsubscribe': 'everybody',
  '/about/search': 'everybody',
  '/about/figures': 'everybody',
  '/demo': 'demo',
  '/demo/mail': 'demo',
  '/demo/mail/[id]': 'demo',
  '/account/sign-in': 'signed-in',
  '/account/address/confirm': 'signed-in',
  '/account/searches': 'signed-in',
  '/account/searches/new': 'signed-in',
  '/account/searches/alerts/[id]': 'signed-in',
  '/employer': 'signed-in',
  '/employer/companies/new': 'signed-in',
  '/employer/companies/[slug]': 'signed-in',
  '/companies/[slug]/claim': 'signed-in',
  '/employer/companies/[slug]/imports': 'signed-in',
  '/employer/companies/[slug]/duplicates': 'signed-in',
  '/employer/imports/[id]': 'signed-in',
  '/admin/imports': 'operator',
  '/admin/claims': 'operator',
  '/admin/comments': 'operator',
  '/comments/[id]': 'signed-in',
  '/admin/guides': 'operator',
  '/employer/jobs/new': 'signed-in',
  '/employer/jobs/[id]/edit': 'signed-in',
  '/employer/jobs/[id]/preview': 'signed-in',
}

/** What a build serves beside pages and routes of ours. */
export const assets = [
  '/icon.svg',
  '/favicon.ico',
  '/robots.txt',
  '/sitemap.xml',
  '/guides/[role]/opengraph-image',
  '/guides/[role]/[section]/opengraph-image',
  '/guides/compare/[pair]/opengraph-image',
  '/_not-found',
  '/_global-error',
]

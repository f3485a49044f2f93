/** Every kind of page, for pictures and for whoever wants to visit each once. */
export type Kind = {
  name: string
  path: string
  as?: 'candidate' | 'employer'
  /** The page is the first link of this kind on `path`. */
  firstLink?: string
}

export const PAGES: Kind[] = [
  { name: 'home', path: '/' },
  { name: 'jobs', path: '/jobs' },
  { name: 'jobs-narrowed', path: '/jobs?role=backend-developer&workplace=remote' },
  { name: 'jobs-none', path: '/jobs?q=zymurgist+glassblower' },
  { name: 'job', path: '/jobs', firstLink: 'main a[href^="/jobs/"]' },
  { name: 'companies', path: '/companies' },
  { name: 'company', path: '/companies', firstLink: 'main a[href^="/companies/"]' },
  { name: 'guides', path: '/guides' },
  { name: 'guide', path: '/guides/backend-developer' },
  { name: 'sign-in', path: '/sign-in' },
  { name: 'demo', path: '/demo' },
  { name: 'demo-mail', path: '/demo/mail' },
  { name: 'not-found', path: '/nothing-here' },
  { name: 'account', path: '/account', as: 'candidate' },
  { name: 'account-searches', path: '/account/searches', as: 'candidate' },
  { name: 'search-new', path: '/account/searches/new?role=backend-developer', as: 'candidate' },
  { name: 'employer', path: '/employer', as: 'employer' },
  { name: 'employer-jobs', path: '/employer/jobs', as: 'employer' },
  { name: 'employer-job-new', path: '/employer/jobs/new', as: 'employer' },
]

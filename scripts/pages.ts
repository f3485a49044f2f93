/** Every kind of page, for pictures and for whoever wants to visit each once. */
export type Kind = {
  name: string
  path: string
  as?: 'candidate' | 'employer'
  /** The page is the first link of this kind on `path`. */
  firstLink?: string
  /** The page is where this button of `path` leads. */
  button?: string
}

const JOB = '#results article a'

export const PAGES: Kind[] = [
  { name: 'home', path: '/' },
  { name: 'jobs', path: '/jobs' },
  {
    name: 'jobs-narrowed',
    path: '/jobs?role=backend-developer&workplace=remote&not.seniority=none&pay=120000',
  },
  { name: 'jobs-none', path: '/jobs?q=zymurgist+glassblower' },
  { name: 'jobs-misspelt', path: '/jobs?role=backend-develper&colour=green' },
  { name: 'job', path: '/jobs?role=backend-developer', firstLink: JOB },
  { name: 'job-with-text', path: '/jobs?q=%22technology+transformation+services%22', firstLink: JOB },
  { name: 'companies', path: '/companies' },
  { name: 'company', path: '/companies', firstLink: 'main a[href^="/companies/"]' },
  { name: 'guides', path: '/guides' },
  { name: 'guide', path: '/guides/backend-developer' },
  { name: 'guide-salary', path: '/guides/backend-developer/salary' },
  { name: 'guide-skills', path: '/guides/devops-engineer/skills' },
  { name: 'guide-interview', path: '/guides/database-administrator/interview' },
  { name: 'guide-signed-in', path: '/guides/frontend-developer/resume', as: 'candidate' },
  { name: 'about-figures', path: '/about/figures' },
  { name: 'comparisons', path: '/guides/compare' },
  { name: 'comparison', path: '/guides/compare/backend-developer-vs-full-stack-developer' },
  { name: 'tag', path: '/guides/tags/databases' },
  { name: 'guides-found', path: '/guides?q=deadlock' },
  { name: 'glossary', path: '/glossary' },
  { name: 'term', path: '/glossary/on-call' },
  { name: 'sign-in', path: '/sign-in' },
  { name: 'demo', path: '/demo' },
  { name: 'demo-mail', path: '/demo/mail' },
  { name: 'not-found', path: '/nothing-here' },
  { name: 'account-sign-in', path: '/account/sign-in', as: 'candidate' },
  { name: 'search-new', path: '/account/searches/new?query=role%3Dbackend-developer', as: 'candidate' },
  {
    name: 'newsletter-new',
    path: '/account/searches/new?query=role%3Dbackend-developer&news=on',
    as: 'candidate',
  },
  {
    name: 'account-searches',
    path: '/account/searches/new?query=role%3Dbackend-developer%26workplace%3Dremote',
    button: 'Save search',
    as: 'candidate',
  },
  { name: 'employer', path: '/employer', as: 'employer' },
  { name: 'company-new', path: '/employer/companies/new', as: 'employer' },
  { name: 'imports', path: '/employer/companies/demo-employer/imports', as: 'employer' },
  { name: 'company-edit', path: '/employer/companies/demo-employer', as: 'employer' },
  { name: 'duplicates', path: '/employer/companies/demo-employer/duplicates', as: 'employer' },
  { name: 'claim', path: '/companies/abridge/claim', as: 'candidate' },
  { name: 'job-edit', path: '/employer', button: 'Write a job', as: 'employer' },
]

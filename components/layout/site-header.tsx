import { Search } from 'lucide-react'
import Link from 'next/link'
import type { Viewer } from '@/lib/accounts/viewer'
import { Logo } from './logo'
import { Menu } from './menu'
import { ThemeSwitch } from './theme-switch'

const places = [
  { href: '/jobs', label: 'Jobs' },
  { href: '/guides', label: 'Guides' },
  { href: '/companies', label: 'Companies' },
]

const navLink =
  'inline-flex min-h-9 items-center rounded px-2.5 text-15 font-medium text-ink no-underline hover:bg-paper-2 hover:no-underline pointer-coarse:min-h-11'

export function SiteHeader({ board, viewer }: { board: string; viewer: Viewer }) {
  return (
    <header className="no-print border-b border-line" data-wakes="">
      <div className="wrap flex flex-wrap items-center gap-x-4 gap-y-1 py-2">
        <Link
          href="/"
          className="inline-flex min-h-9 items-center gap-2 pointer-coarse:min-h-11 text-18 font-semibold text-ink no-underline hover:no-underline"
        >
          <Logo />
          {board}
        </Link>
        <nav
          aria-label="Main"
          className="order-last -mx-2.5 flex w-full gap-1 sm:order-none sm:mx-0 sm:w-auto"
        >
          {places.map((place) => (
            <Link key={place.href} href={place.href} className={navLink}>
              {place.label}
            </Link>
          ))}
        </nav>
        <div className="ml-auto flex items-center gap-1">
          <form action="/jobs" className="header-search relative mr-3 hidden w-72 lg:block">
            <label htmlFor="header-q" className="sr-only">
              Search jobs and guides
            </label>
            <Search
              size={16}
              aria-hidden="true"
              className="pointer-events-none absolute top-2.5 left-2.5 text-ink-2"
            />
            <input
              id="header-q"
              name="q"
              type="search"
              placeholder="Search jobs and guides"
              className="control pl-8"
              maxLength={300}
            />
          </form>
          <ThemeSwitch />
          {viewer ? <AccountLinks viewer={viewer} /> : <SignInLink />}
        </div>
      </div>
    </header>
  )
}

function SignInLink() {
  return (
    <Link href="/sign-in" className={navLink} prefetch={false}>
      Sign in
    </Link>
  )
}

function AccountLinks({ viewer }: { viewer: NonNullable<Viewer> }) {
  return (
    <Menu className="relative">
      <summary className={`${navLink} list-none gap-1`}>
        <span className="max-w-36 truncate">{viewer.name ?? viewer.email}</span>
        <span aria-hidden="true" className="text-ink-2">
          ▾
        </span>
      </summary>
      <div className="absolute right-0 z-30 mt-1 grid w-56 gap-px rounded border border-line bg-paper p-1 shadow-lift">
        <Link href="/account/searches" className={navLink}>
          Saved searches
        </Link>
        <Link href="/employer" className={navLink}>
          {viewer.companies.length > 0 ? 'My companies and jobs' : 'Post a job'}
        </Link>
        {viewer.kind === 'member' ? null : (
          <Link href="/admin/comments" className={navLink}>
            Comments to read
          </Link>
        )}
        {viewer.kind === 'admin' ? (
          <>
            <Link href="/admin/imports" className={navLink}>
              Imports of this board
            </Link>
            <Link href="/admin/claims" className={navLink}>
              Claims of companies
            </Link>
            <Link href="/admin/guides" className={navLink}>
              Readers of guides
            </Link>
          </>
        ) : null}
        <Link href="/account/sign-in" className={navLink}>
          Sign-in and security
        </Link>
        <form method="post" action="/api/sign-out">
          <button type="submit" className={`${navLink} w-full`}>
            Sign out
          </button>
        </form>
      </div>
    </Menu>
  )
}

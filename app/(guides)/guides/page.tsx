import type { Metadata } from 'next'
import { numberText } from '@/components/format'
import { FoundPageList } from '@/components/guides/found-pages'
import { GuideSearch } from '@/components/guides/guide-search'
import { LinkList } from '@/components/guides/page-parts'
import { TagList } from '@/components/guides/tag-list'
import { sectionLabels } from '@/components/guides/words'
import { PageHeading } from '@/components/ui/page-heading'
import { env } from '@/lib/env'
import { guideQuestion, MOST_FOUND } from '@/lib/guides/input'
import { listGuides, type RoleGuides } from '@/lib/guides/queries'
import { searchGuides } from '@/lib/guides/search/search-guides'
import { listTags } from '@/lib/guides/tags'
import { mostRead } from '@/lib/readers/queries'
import { answerSearch } from '@/lib/search/answer'
import { entriesOf } from '@/lib/web/params'

const link = 'inline-flex items-center pointer-coarse:min-h-11'

type Props = PageProps<'/guides'>

export async function generateMetadata({ searchParams }: Props): Promise<Metadata> {
  const { q, fault } = await questionOf(searchParams)
  return {
    title: q === '' || fault ? 'Guides' : `“${q}” in the guides`,
    description: 'What a role is, how one grows in it and where it ends, beside its open jobs.',
    ...(q === '' ? {} : { robots: { index: false } }),
    alternates: {
      canonical: '/guides',
      types: { 'application/rss+xml': [{ url: '/guides.rss', title: 'New and changed guides' }] },
    },
  }
}

export default async function GuidesRoute({ searchParams }: Props) {
  const { q, page, fault } = await questionOf(searchParams)
  const isAsked = q !== '' && !fault
  const [roles, tags, answer, readMost, found] = await Promise.all([
    listGuides(),
    listTags(),
    answerSearch([['limit', '1']]),
    mostRead(),
    isAsked ? searchGuides(q, { from: (page - 1) * MOST_FOUND, limit: MOST_FOUND }) : null,
  ])
  const open = new Map(answer.meta.facets?.role.map((role) => [role.value, role.count]))
  return (
    <div className="max-w-3xl">
      <PageHeading
        title="Guides"
        lead="What a role is, how one grows in it and where it ends, beside the jobs that are open for it now."
      />
      <GuideSearch typed={q} fault={fault} />
      {found ? <FoundPageList asked={q} page={page} answer={found} locale={env().BOARD_LOCALE} /> : null}
      <ul className="border-t border-line">
        {roles.map((role) => (
          <RoleLine key={role.role} role={role} open={open.get(role.role) ?? 0} />
        ))}
      </ul>
      <TagList tags={tags} />
      <div className="pt-6">
        <LinkList id="read-most" title="Read most in the last 30 days" entries={readMost} />
      </div>
      <p className="flex flex-wrap gap-x-6 pt-6">
        <a href="/guides/compare" className={link}>
          Roles compared →
        </a>
        <a href="/glossary" className={link}>
          Glossary →
        </a>
        <a href="/guides.rss" className={link}>
          New and changed, as RSS
        </a>
        <a href="/about/figures" className={link}>
          How figures are made
        </a>
      </p>
    </div>
  )
}

/** What was typed comes back with its fault, if it has one. */
async function questionOf(searchParams: Props['searchParams']) {
  const given = Object.fromEntries(entriesOf(await searchParams))
  const read = guideQuestion.safeParse(given)
  if (read.success) return { ...read.data, fault: undefined }
  return { q: given.q ?? '', page: 1, fault: read.error.issues[0]?.message }
}

function RoleLine({ role: { role, title, description, guides }, open }: { role: RoleGuides; open: number }) {
  return (
    <li className="grid gap-1 border-b border-line py-4">
      <h2 className="text-18 font-semibold">
        <a href={`/guides/${role}`} className={link}>
          {title}
        </a>
      </h2>
      <p className="max-w-prose text-16 text-ink-2">{description}</p>
      <ul className="flex flex-wrap gap-x-4 text-14">
        {guides.map(({ href, section, readingMinutes }) => (
          <li key={section}>
            <a href={href} className={link}>
              {sectionLabels[section]}
            </a>{' '}
            <span className="text-ink-2">{readingMinutes} min</span>
          </li>
        ))}
      </ul>
      {open > 0 ? (
        <p className="text-14 text-ink-2">
          <a href={`/jobs?role=${role}`} className={link}>
            {numberText(open, env().BOARD_LOCALE)} open jobs
          </a>
        </p>
      ) : null}
    </li>
  )
}

import type { News } from '@/lib/alerts/news'

/** What a mail would say of the role now. */
export function NewsPreview({ news, days }: { news: News | null; days: number }) {
  return (
    <section aria-labelledby="news-preview">
      <h2 id="news-preview" className="text-18 font-semibold">
        News of the role in the last {days} days
      </h2>
      {news ? (
        <>
          <NewsList title="Figures that moved" items={news.figures} />
          <NewsList title="Pages that are new or were reviewed" items={news.pages} />
        </>
      ) : (
        <p className="pt-1 text-ink-2">
          None: no figure moved enough to be said, and no page of the guide is new or was reviewed.
        </p>
      )}
      {news && news.morePages > 0 ? (
        <p className="pt-2">
          <a href={news.href}>{news.morePages} more, from the guide</a>
        </p>
      ) : null}
    </section>
  )
}

function NewsList({ title, items }: { title: string; items: News['figures'] }) {
  if (items.length === 0) return null
  return (
    <>
      <h3 className="pt-3 text-15 font-semibold">{title}</h3>
      <ul className="mt-2 divide-y divide-line border-y border-line">
        {items.map(({ title: name, href, lines }) => (
          <li key={name} className="py-2">
            <a href={href} className="inline-flex items-center font-medium pointer-coarse:min-h-11">
              {name}
            </a>
            {lines.map((line) => (
              <p key={line} className="tabular text-14 text-ink-2">
                {line}
              </p>
            ))}
          </li>
        ))}
      </ul>
    </>
  )
}

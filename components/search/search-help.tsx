const signs = [
  { typed: 'rust kafka', means: 'both words' },
  { typed: 'rust or go', means: 'one of them is enough' },
  { typed: '"on call"', means: 'these words, side by side, as they are written' },
  { typed: 'engineer -agency', means: 'the first word without the second' },
]

/** How words are read, for whoever asks: behind a word below the search field. */
export function SearchHelp() {
  return (
    <details className="ml-auto open:ml-0 open:basis-full">
      <summary className="list-none rounded text-sign hover:underline pointer-coarse:min-h-11 pointer-coarse:content-center">
        How to search
      </summary>
      <dl className="grid gap-x-4 gap-y-1 py-1 sm:grid-cols-[max-content_minmax(0,1fr)]">
        {signs.map(({ typed, means }) => (
          <div key={typed} className="contents">
            <dt>
              <code className="font-mono text-ink">{typed}</code>
            </dt>
            <dd className="max-sm:pb-1">{means}</dd>
          </div>
        ))}
      </dl>
      <p className="max-w-prose pb-1">
        Words are looked for in title, company and text. A known name is read as what it means, “k8s” as
        Kubernetes, and the page says so; quotes search for the word itself.{' '}
        <a href="/about/search">Everything about this search</a>
      </p>
    </details>
  )
}

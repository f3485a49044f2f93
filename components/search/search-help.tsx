import { Menu } from '@/components/layout/menu'

const signs = [
  { typed: 'rust kafka', means: 'both words' },
  { typed: 'rust or go', means: 'one of them is enough' },
  { typed: '"on call"', means: 'these words, side by side, as they are written' },
  { typed: 'engineer -agency', means: 'the first word without the second' },
]

/** How words are read, for whoever asks: a sheet over the list, which stays where it is. Its parent is positioned. */
export function SearchHelp() {
  return (
    <Menu className="text-14 sm:relative">
      <summary className="flex min-h-8 list-none items-center rounded text-sign hover:underline pointer-coarse:min-h-11">
        <span className="max-[22rem]:sr-only">How to search</span>
        <span aria-hidden="true" className="min-[22rem]:hidden">
          Help
        </span>
      </summary>
      <div className="absolute top-full right-0 z-30 mt-1 rounded border border-edge bg-paper p-4 text-ink-2 shadow-lift max-sm:left-0 sm:w-112">
        <dl className="grid gap-x-4 gap-y-1 sm:grid-cols-[max-content_minmax(0,1fr)]">
          {signs.map(({ typed, means }) => (
            <div key={typed} className="contents">
              <dt>
                <code className="font-mono text-ink">{typed}</code>
              </dt>
              <dd className="max-sm:pb-1">{means}</dd>
            </div>
          ))}
        </dl>
        <p className="pt-2">
          Words are looked for in title, company and text. A known name is read as what it means, “k8s” as
          Kubernetes, and the page says so; quotes search for the word itself.{' '}
          <a href="/about/search">Everything about this search</a>
        </p>
      </div>
    </Menu>
  )
}

import { Search } from 'lucide-react'
import { Button } from '@/components/ui/button'
import { MOST_TYPED } from '@/lib/guides/input'

/** `fault` is why what was typed cannot be looked for. */
export function GuideSearch({ typed, fault }: { typed: string; fault?: string | undefined }) {
  return (
    <search>
      <form action="/guides" className="grid grid-cols-[minmax(0,1fr)_auto] gap-2 pb-6">
        <div className="relative">
          <label htmlFor="guides-q" className="sr-only">
            Words in guides, comparisons and terms
          </label>
          <Search
            size={18}
            aria-hidden="true"
            className="pointer-events-none absolute top-3 left-3 text-ink-2"
          />
          <input
            id="guides-q"
            name="q"
            type="search"
            defaultValue={typed}
            maxLength={MOST_TYPED}
            placeholder="Guides and terms: idempotency, day rate"
            aria-invalid={fault ? true : undefined}
            aria-describedby={fault ? 'guides-q-fault' : undefined}
            className="control min-h-11 pl-10 text-16"
          />
        </div>
        <Button type="submit" look="primary" className="min-h-11 px-4 text-16 sm:px-5">
          Search
        </Button>
        {fault ? (
          <p id="guides-q-fault" role="alert" className="col-span-2 text-14 text-closed">
            {fault}
          </p>
        ) : null}
      </form>
    </search>
  )
}

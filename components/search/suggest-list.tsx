import { useEffect } from 'react'
import { kindLabels } from '@/components/guides/words'
import type { Suggestion } from '@/lib/search/suggest/answer-suggest'
import type { SuggestedGuide } from './use-suggestions'

type Props = {
  /** Each option's id is this with its number. */
  id: string
  suggestions: readonly Suggestion[]
  /** Numbered behind the suggestions. */
  guides: readonly SuggestedGuide[]
  active: number
  onChoose: (suggestion: Suggestion) => void
  /** A link to a guide was followed. */
  onLeave: () => void
}

const option =
  'flex min-h-9 cursor-pointer items-center gap-3 px-3 text-15 hover:bg-paper-2 aria-selected:bg-sign-soft pointer-coarse:min-h-11'

/** Lies over the page. The field keeps the focus: its keys move through the options, `aria-activedescendant` says which. */
export function SuggestList({ id, suggestions, guides, active, onChoose, onLeave }: Props) {
  useEffect(() => {
    document.getElementById(`${id}-${active}`)?.scrollIntoView({ block: 'nearest' })
  }, [id, active])
  const number = new Intl.NumberFormat(document.documentElement.lang || undefined)
  return (
    <div
      id={id}
      role="listbox"
      tabIndex={-1}
      aria-label="Suggestions"
      onMouseDown={keepFocus}
      className="absolute top-full left-0 z-30 mt-1 max-h-[min(60vh,24rem)] w-[min(22rem,100vw-3rem)] min-w-full overflow-y-auto overscroll-contain rounded border border-edge bg-paper py-1 shadow-lift"
    >
      {suggestions.map((suggestion, i) => (
        // biome-ignore lint/a11y/useKeyWithClickEvents: the keys belong to the field, which keeps the focus
        <div
          key={suggestion.query}
          id={`${id}-${i}`}
          role="option"
          tabIndex={-1}
          aria-selected={i === active}
          onClick={() => onChoose(suggestion)}
          className={option}
        >
          <span className="min-w-0 flex-1 truncate">
            <span className="font-medium">{suggestion.label}</span>{' '}
            <span className="text-14 text-ink-2">{suggestion.detail}</span>
          </span>
          <span className="tabular text-14 text-ink-2">
            {number.format(suggestion.count)}
            <span className="sr-only">{suggestion.count === 1 ? ' job' : ' jobs'}</span>
          </span>
        </div>
      ))}
      {guides.length > 0 ? (
        // biome-ignore lint/a11y/useSemanticElements: a fieldset is no part of a listbox
        <div
          role="group"
          aria-labelledby={`${id}-guides`}
          className="not-first:mt-1 not-first:border-t not-first:border-line not-first:pt-1"
        >
          <div id={`${id}-guides`} role="presentation" className="px-3 py-1 text-14 text-ink-2">
            Guides
          </div>
          {guides.map(({ href, title, heading, kind }, i) => (
            <a
              key={href}
              id={`${id}-${suggestions.length + i}`}
              href={href}
              role="option"
              tabIndex={-1}
              aria-selected={suggestions.length + i === active}
              onClick={onLeave}
              className={`${option} text-ink no-underline hover:no-underline`}
            >
              <span className="min-w-0 flex-1 truncate">
                <span className="font-medium">{title}</span>{' '}
                <span className="text-14 text-ink-2">{heading ?? kindLabels[kind]}</span>
              </span>
            </a>
          ))}
        </div>
      ) : null}
    </div>
  )
}

function keepFocus(event: { preventDefault: () => void }) {
  event.preventDefault()
}

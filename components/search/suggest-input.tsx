'use client'

import { type ComponentProps, type KeyboardEvent, useSyncExternalStore } from 'react'
import type { Suggestion } from '@/lib/search/suggest/answer-suggest'
import type { SuggestField } from '@/lib/search/suggest/suggest'
import { submitWith } from './suggest-choice'
import { withoutTyped } from './suggest-fragment'
import { SuggestList } from './suggest-list'
import { SyncedInput } from './synced'
import { useSuggestions } from './use-suggestions'

type Props = Omit<ComponentProps<typeof SyncedInput>, 'id'> & { id: string; field: SuggestField }

/**
 * A field of a search form that suggests what the board knows (https://www.w3.org/WAI/ARIA/apg/patterns/combobox/, list autocomplete
 * with manual selection), and guides that say it, as links. Only a choice changes what is typed; without scripts it is a plain field. Its parent is positioned.
 */
export function SuggestInput({ field, ...rest }: Props) {
  const { answer, guides, count, active, isOpen, setActive, ask, close } = useSuggestions(field)
  const hasScripts = useSyncExternalStore(
    () => () => {},
    () => true,
    () => false,
  )
  const listId = `${rest.id}-suggestions`

  function choose({ query }: Suggestion) {
    const input = document.getElementById(rest.id)
    if (!(input instanceof HTMLInputElement) || !input.form) return
    input.value = field === 'where' ? '' : withoutTyped(input.value, answer.meta.typed)
    close()
    submitWith(input.form, query)
  }

  function onKeyDown(event: KeyboardEvent<HTMLInputElement>) {
    if (event.nativeEvent.isComposing) return
    const chosen = answer.data[active]
    if (event.key === 'Enter' && chosen) choose(chosen)
    else if (event.key === 'Enter' && active >= 0) document.getElementById(`${listId}-${active}`)?.click()
    else if (event.key === 'Escape' && isOpen) close()
    else if (event.key === 'ArrowDown' && !isOpen) ask(event.currentTarget.value, 0)
    else if (event.key === 'ArrowDown') setActive(active + 1 < count ? active + 1 : -1)
    else if (event.key === 'ArrowUp' && isOpen) setActive(active < 0 ? count - 1 : active - 1)
    else {
      // Words sent as they are, or left, want no suggestions that come afterwards.
      if (event.key === 'Enter' || event.key === 'Escape') close()
      return
    }
    event.preventDefault()
  }

  return (
    <>
      <SyncedInput
        {...rest}
        {...(hasScripts ? combobox(listId, isOpen, active) : {})}
        onInput={(event) => ask(event.currentTarget.value)}
        onKeyDown={onKeyDown}
        onBlur={close}
      />
      {isOpen ? (
        <SuggestList
          id={listId}
          suggestions={answer.data}
          guides={guides}
          active={active}
          onChoose={choose}
          onLeave={close}
        />
      ) : null}
      <span role="status" className="sr-only">
        {isOpen ? `${count} ${count === 1 ? 'suggestion' : 'suggestions'}` : ''}
      </span>
    </>
  )
}

function combobox(listId: string, isOpen: boolean, active: number) {
  return {
    role: 'combobox',
    autoComplete: 'off',
    'aria-autocomplete': 'list',
    'aria-expanded': isOpen,
    'aria-controls': listId,
    'aria-activedescendant': isOpen && active >= 0 ? `${listId}-${active}` : undefined,
  } satisfies ComponentProps<'input'>
}

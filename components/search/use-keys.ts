'use client'

import { useEffect } from 'react'
import { areKeysOn } from './keys-choice'

/** `/` goes to the words, `j` and `k` to the next and the previous job (Enter then opens it, as on every link), `s` to saving, `?` to the help. */
export function useKeys(showHelp: () => void): void {
  useEffect(() => {
    function onKey(event: KeyboardEvent): void {
      if (event.defaultPrevented || event.metaKey || event.ctrlKey || event.altKey) return
      if (isTyping(event.target) || document.querySelector('[aria-modal], dialog[open]')) return
      const act = event.key === '?' ? showHelp : areKeysOn() ? acts[event.key] : undefined
      if (!act) return
      event.preventDefault()
      act()
    }
    document.addEventListener('keydown', onKey)
    return () => document.removeEventListener('keydown', onKey)
  }, [showHelp])
}

const acts: Record<string, (() => void) | undefined> = {
  '/': () => document.getElementById('q')?.focus(),
  j: () => rowBeside(1)?.focus(),
  k: () => rowBeside(-1)?.focus(),
  s: () => document.querySelector<HTMLElement>('#save-search a')?.click(),
}

/** Beside the row with the focus, or else beside the one whose job stands open. */
function rowBeside(step: 1 | -1): HTMLElement | undefined {
  const rows = [...document.querySelectorAll<HTMLElement>('#results article a[data-row]')]
  const focused = rows.indexOf(document.activeElement as HTMLElement)
  const at = focused >= 0 ? focused : rows.findIndex((row) => row.ariaCurrent === 'true')
  return rows[Math.min(rows.length - 1, Math.max(0, at + step))]
}

export function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    target.matches('textarea, select, input:not([type="checkbox"], [type="radio"])')
  )
}

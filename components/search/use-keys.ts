import { useEffect } from 'react'

/** `/` goes to the words, `j` and `k` to the next and the previous job; Enter then opens it, as on every link. */
export function useKeys(): void {
  useEffect(() => {
    document.addEventListener('keydown', onKey)
    return () => document.removeEventListener('keydown', onKey)
  }, [])
}

function onKey(event: KeyboardEvent): void {
  if (event.defaultPrevented || event.metaKey || event.ctrlKey || event.altKey || isTyping(event.target))
    return
  if (document.querySelector('[aria-modal]')) return
  const target = targets[event.key]?.()
  if (!target) return
  event.preventDefault()
  target.focus()
}

const targets: Record<string, (() => HTMLElement | null | undefined) | undefined> = {
  '/': () => document.getElementById('q'),
  j: () => rowBeside(1),
  k: () => rowBeside(-1),
}

function rowBeside(step: 1 | -1): HTMLElement | undefined {
  const rows = [...document.querySelectorAll<HTMLElement>('#results article a')]
  return rows[Math.max(0, rows.indexOf(document.activeElement as HTMLElement) + step)]
}

function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    target.matches('textarea, select, input:not([type="checkbox"], [type="radio"])')
  )
}

'use client'

import { type ReactNode, useEffect, useRef } from 'react'

type Props = { className?: string; children: ReactNode }

/** A `details` that works without scripts; with them Escape closes it, and so does going or clicking elsewhere. */
export function Menu({ className = '', children }: Props) {
  const ref = useRef<HTMLDetailsElement>(null)

  useEffect(() => {
    function onKey(event: KeyboardEvent) {
      if (event.key !== 'Escape' || !ref.current?.open) return
      // One press closes one thing.
      event.preventDefault()
      ref.current.open = false
      ref.current.querySelector('summary')?.focus()
    }
    function onElsewhere(event: Event) {
      const menu = ref.current
      if (menu?.open && event.target instanceof Node && !menu.contains(event.target)) menu.open = false
    }
    document.addEventListener('keydown', onKey)
    document.addEventListener('pointerdown', onElsewhere)
    document.addEventListener('focusin', onElsewhere)
    return () => {
      document.removeEventListener('keydown', onKey)
      document.removeEventListener('pointerdown', onElsewhere)
      document.removeEventListener('focusin', onElsewhere)
    }
  }, [])

  function closeAfterLink(event: { target: EventTarget }) {
    if (ref.current && (event.target as Element).closest('a')) ref.current.open = false
  }

  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: a key press on a link is a click
    <details ref={ref} className={className} onClick={closeAfterLink}>
      {children}
    </details>
  )
}

'use client'

import { type ComponentProps, useLayoutEffect, useState } from 'react'

/**
 * A textarea that keeps what was typed and selected before the scripts arrived: hydration writes a textarea's default value
 * anew (react-dom, `initTextarea`), which it does not do to an input.
 */
export function KeptTextarea({ id, defaultValue, ...rest }: ComponentProps<'textarea'>) {
  const [present] = useState(() => {
    const element = elementOf(id)
    return element ? { value: element.value, start: element.selectionStart, end: element.selectionEnd } : null
  })
  useLayoutEffect(() => {
    const element = elementOf(id)
    if (present && element === document.activeElement) element?.setSelectionRange(present.start, present.end)
  }, [id, present])
  return <textarea id={id} defaultValue={present?.value ?? defaultValue} suppressHydrationWarning {...rest} />
}

function elementOf(id: string | undefined): HTMLTextAreaElement | null {
  if (typeof document === 'undefined' || !id) return null
  const found = document.getElementById(id)
  return found instanceof HTMLTextAreaElement ? found : null
}

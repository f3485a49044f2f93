'use client'

import { type ComponentProps, useState } from 'react'

/**
 * A textarea that keeps what was typed before the scripts arrived: hydration puts a textarea's default value back in place of
 * it (react-dom, `initTextarea`), which it does not do to an input.
 */
export function KeptTextarea({ id, defaultValue, ...rest }: ComponentProps<'textarea'>) {
  const [initial] = useState(() => {
    if (typeof document === 'undefined' || !id) return defaultValue
    const present = document.getElementById(id)
    return present instanceof HTMLTextAreaElement ? present.value : defaultValue
  })
  return <textarea id={id} defaultValue={initial} suppressHydrationWarning {...rest} />
}

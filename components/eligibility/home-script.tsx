'use client'

import { useServerInsertedHTML } from 'next/navigation'
import { useRef } from 'react'

/** Rows leave room for their answer before the first paint, so that nothing moves when it comes (`in-data-home:`). */
const script = `try{var h=localStorage.getItem('home-country');if(/^[a-z]{2}$/.test(h))document.documentElement.dataset.home=h}catch(e){}`

export function HomeScript({ nonce }: { nonce: string | undefined }) {
  const isSent = useRef(false)
  useServerInsertedHTML(() => {
    if (isSent.current) return null
    isSent.current = true
    // biome-ignore lint/security/noDangerouslySetInnerHtml: a constant of this file, with the page's nonce
    return <script nonce={nonce} dangerouslySetInnerHTML={{ __html: script }} />
  })
  return null
}

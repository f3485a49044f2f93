'use client'

import { useEffect, useRef, useState } from 'react'

/** From here on the filters stand beside the list (globals.css, `.filters`). */
const WIDE = '(width >= 62rem)'

/** The filters as a sheet on a phone: focus goes in, Escape and the cross bring it out again. */
export function useSheet() {
  const [isOpen, setOpen] = useState(false)
  const ref = useRef<HTMLElement>(null)
  const opener = useRef<HTMLElement | null>(null)

  function close() {
    setOpen(false)
    opener.current?.focus()
    opener.current = null
  }

  useEffect(() => {
    if (!isOpen) return
    const sheet = ref.current
    document.documentElement.style.overflow = 'hidden'
    sheet?.querySelector<HTMLElement>('a, button, input')?.focus()
    function onKey(event: KeyboardEvent) {
      if (event.key === 'Escape') {
        setOpen(false)
        opener.current?.focus()
      }
      if (event.key === 'Tab' && sheet) keepInside(event, sheet)
    }
    const wide = window.matchMedia(WIDE)
    const onWide = () => wide.matches && setOpen(false)
    document.addEventListener('keydown', onKey)
    wide.addEventListener('change', onWide)
    return () => {
      wide.removeEventListener('change', onWide)
      document.documentElement.style.overflow = ''
      document.removeEventListener('keydown', onKey)
    }
  }, [isOpen])

  return {
    isOpen,
    ref,
    close,
    open(from: HTMLElement) {
      opener.current = from
      setOpen(true)
    },
  }
}

function keepInside(event: KeyboardEvent, sheet: HTMLElement) {
  const stops = [...sheet.querySelectorAll<HTMLElement>('a, button, input, select, summary')].filter(
    (stop) => stop.offsetParent !== null,
  )
  const [first] = stops
  const last = stops.at(-1)
  if (event.shiftKey && document.activeElement === first) {
    event.preventDefault()
    last?.focus()
  } else if (!event.shiftKey && document.activeElement === last) {
    event.preventDefault()
    first?.focus()
  }
}

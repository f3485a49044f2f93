/**
 * A text that this browser keeps, the same in all of its tabs. Reading and writing never throw: where nothing can be kept (private
 * mode, no room, forbidden), it lasts as long as the page.
 */
export type KeptValue = {
  get: () => string | null
  /** Null takes it away. */
  set: (text: string | null) => void
  subscribe: (listener: () => void) => () => void
}

export function keptValue(key: string): KeptValue {
  const listeners = new Set<() => void>()
  let text: string | null | undefined

  function tell() {
    for (const listener of listeners) listener()
  }

  function readAgain() {
    const stored = readStored(key)
    if (stored === undefined || stored === text) return
    text = stored
    tell()
  }

  function onStorage(event: StorageEvent) {
    if (event.key === key || event.key === null) readAgain()
  }

  // A page that comes back from the browser's memory heard nothing of what other pages wrote meanwhile.
  function onPageShow(event: PageTransitionEvent) {
    if (event.persisted) readAgain()
  }

  return {
    get() {
      if (text === undefined) text = readStored(key) ?? null
      return text
    },
    set(next) {
      text = next
      writeStored(key, next)
      tell()
    },
    subscribe(listener) {
      if (listeners.size === 0) {
        window.addEventListener('storage', onStorage)
        window.addEventListener('pageshow', onPageShow)
        readAgain()
      }
      listeners.add(listener)
      return () => {
        listeners.delete(listener)
        if (listeners.size > 0) return
        window.removeEventListener('storage', onStorage)
        window.removeEventListener('pageshow', onPageShow)
      }
    },
  }
}

/** Undefined when this browser does not let it be read. */
function readStored(key: string): string | null | undefined {
  try {
    return localStorage.getItem(key)
  } catch {
    return undefined
  }
}

function writeStored(key: string, text: string | null): void {
  try {
    if (text === null) localStorage.removeItem(key)
    else localStorage.setItem(key, text)
  } catch {
    // The value lasts as long as the page then, which is all that was promised.
  }
}

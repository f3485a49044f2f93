'use client'

import { Monitor, Moon, Sun } from 'lucide-react'
import { useSyncExternalStore } from 'react'

const order = ['system', 'light', 'dark'] as const
type Theme = (typeof order)[number]
const icons = { system: Monitor, light: Sun, dark: Moon }
const names = { system: 'as the system', light: 'light', dark: 'dark' }

const listeners = new Set<() => void>()

function subscribe(listener: () => void) {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

function current(): Theme {
  const chosen = document.documentElement.dataset.theme
  return chosen === 'light' || chosen === 'dark' ? chosen : 'system'
}

function choose(theme: Theme) {
  if (theme === 'system') {
    delete document.documentElement.dataset.theme
    localStorage.removeItem('theme')
  } else {
    document.documentElement.dataset.theme = theme
    localStorage.setItem('theme', theme)
  }
  for (const listener of listeners) listener()
}

/** Kept in the browser, never in the page: a cached page serves every theme (decision 19). */
export function ThemeSwitch() {
  const theme = useSyncExternalStore<Theme>(subscribe, current, () => 'system')
  const next = order[(order.indexOf(theme) + 1) % order.length] ?? 'system'
  const Icon = icons[theme]
  return (
    <button
      type="button"
      onClick={() => choose(next)}
      aria-label={`Colours: ${names[theme]}. Change to ${names[next]}`}
      title={`Colours: ${names[theme]}`}
      className="needs-scripts inline-flex size-9 items-center justify-center rounded text-ink-2 hover:bg-paper-2 hover:text-ink pointer-coarse:size-11"
    >
      <Icon size={18} aria-hidden="true" />
    </button>
  )
}

import { Monitor, Moon, Sun } from 'lucide-react'
import { themeLabel } from './themes'

/** The script of `ThemeScript` moves it; which picture it has is said by the style of the chosen theme. */
export function ThemeSwitch() {
  return (
    <button
      type="button"
      data-theme-switch=""
      aria-label={themeLabel('system')}
      suppressHydrationWarning
      className="needs-scripts theme-switch inline-flex size-9 items-center justify-center rounded text-ink-2 hover:bg-paper-2 hover:text-ink pointer-coarse:size-11"
    >
      <Monitor size={18} aria-hidden="true" data-of="system" />
      <Sun size={18} aria-hidden="true" data-of="light" />
      <Moon size={18} aria-hidden="true" data-of="dark" />
    </button>
  )
}

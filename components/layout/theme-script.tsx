import { themeLabel, themes } from './themes'

/**
 * Runs before the first paint, so that a chosen theme never flashes, and changes it: kept in the browser, never in the page, since a
 * cached page serves every theme (decision 19).
 */
const script = `
document.documentElement.dataset.scripts='on';
(() => {
  const themes = ${JSON.stringify(themes)}, labels = ${JSON.stringify(themes.map(themeLabel))}, { dataset } = document.documentElement
  let theme = 'system'
  try { theme = localStorage.getItem('theme') ?? theme } catch {}
  const show = () => {
    if (theme === 'light' || theme === 'dark') dataset.theme = theme
    else delete dataset.theme
    const label = labels[Math.max(0, themes.indexOf(theme))]
    for (const button of document.querySelectorAll('[data-theme-switch]')) button.setAttribute('aria-label', label)
  }
  show()
  document.addEventListener('DOMContentLoaded', show)
  document.addEventListener('click', ({ target }) => {
    if (!(target instanceof Element) || !target.closest('[data-theme-switch]')) return
    theme = themes[(themes.indexOf(theme) + 1) % themes.length]
    try { if (theme === 'system') localStorage.removeItem('theme'); else localStorage.setItem('theme', theme) } catch {}
    show()
  })
})()`

export function ThemeScript({ nonce }: { nonce: string | undefined }) {
  // biome-ignore lint/security/noDangerouslySetInnerHtml: a constant of this file, with the page's nonce
  return <script nonce={nonce} suppressHydrationWarning dangerouslySetInnerHTML={{ __html: script }} />
}

/** In the order in which the switch goes through them. */
export const themes = ['system', 'light', 'dark'] as const
export type Theme = (typeof themes)[number]

const names: Record<Theme, string> = { system: 'as the system', light: 'light', dark: 'dark' }

/** What the switch says, and what pressing it does. */
export function themeLabel(theme: Theme): string {
  const next = themes[(themes.indexOf(theme) + 1) % themes.length] ?? 'system'
  return `Colours: ${names[theme]}. Change to ${names[next]}`
}

import type { Cadence } from '@/db/values'

export const cadenceWords: Record<Cadence, string> = {
  instant: 'At once, for each new job',
  daily: 'Once a day, in the morning (UTC)',
  weekly: 'Once a week, on Monday (UTC)',
}

export const newsLabel = 'With news of the role and its guides'
export const newsHelp =
  'Once a week, on Monday (UTC): figures that moved, pages of the guide that are new or were reviewed. Nothing when nothing changed.'

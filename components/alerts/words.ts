import type { Cadence } from '@/db/values'

export const cadenceWords: Record<Cadence, string> = {
  instant: 'At once, for each new job',
  daily: 'Once a day, in the morning (UTC)',
  weekly: 'Once a week, on Monday (UTC)',
}

import { z } from 'zod'
import { addDigests, deliverAlerts } from './deliver'
import { matchEvents } from './match'
import type { NewsOf } from './news'

const matchPayload = z.object({ eventIds: z.array(z.number().int()) })
const deliverPayload = z.object({ savedSearchId: z.uuid(), withNews: z.boolean().default(false) })

export function alertTasks(newsOf: NewsOf) {
  return {
    'alerts.match': async (payload: unknown) => matchEvents(matchPayload.parse(payload).eventIds),
    'alerts.deliver': async (payload: unknown) => {
      const { savedSearchId, withNews } = deliverPayload.parse(payload)
      await deliverAlerts(savedSearchId, withNews ? newsOf : null)
    },
    'alerts.daily': async () => addDigests('daily'),
    'alerts.weekly': async () => addDigests('weekly'),
  }
}

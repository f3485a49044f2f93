import { z } from 'zod'
import { addDigests, deliverAlerts } from './deliver'
import { matchEvents } from './match'

const matchPayload = z.object({ eventIds: z.array(z.number().int()) })
const deliverPayload = z.object({ savedSearchId: z.uuid() })

export const alertTasks = {
  'alerts.match': async (payload: unknown) => matchEvents(matchPayload.parse(payload).eventIds),
  'alerts.deliver': async (payload: unknown) => deliverAlerts(deliverPayload.parse(payload).savedSearchId),
  'alerts.daily': async () => addDigests('daily'),
  'alerts.weekly': async () => addDigests('weekly'),
}

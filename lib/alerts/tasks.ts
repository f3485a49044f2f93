import { z } from 'zod'
import { addDigests, deliverAlerts } from './deliver'
import { matchEvent } from './match'

const matchPayload = z.object({ eventId: z.number().int() })
const deliverPayload = z.object({ savedSearchId: z.uuid() })

export const alertTasks = {
  'alerts.match': async (payload: unknown) => matchEvent(matchPayload.parse(payload).eventId),
  'alerts.deliver': async (payload: unknown) => deliverAlerts(deliverPayload.parse(payload).savedSearchId),
  'alerts.daily': async () => addDigests('daily'),
  'alerts.weekly': async () => addDigests('weekly'),
}

import { Button } from '@/components/ui/button'
import { scheduleHours } from '@/lib/imports/input'

const words: Record<(typeof scheduleHours)[number], string> = {
  '1': 'every hour',
  '3': 'every 3 hours',
  '6': 'every 6 hours',
  '12': 'every 12 hours',
  '24': 'once a day',
  '72': 'every 3 days',
  '168': 'once a week',
}

/** How often the source is read. */
export function ScheduleForm({ id, everyMinutes }: { id: string; everyMinutes: number }) {
  return (
    <form method="post" action={`/api/imports/${id}/schedule`} className="flex flex-wrap items-center gap-2">
      <label htmlFor="import-hours" className="text-15">
        Read it
      </label>
      <select
        id="import-hours"
        name="hours"
        defaultValue={String(everyMinutes / 60)}
        className="control w-auto"
      >
        {scheduleHours.map((hours) => (
          <option key={hours} value={hours}>
            {words[hours]}
          </option>
        ))}
      </select>
      <Button type="submit">Change</Button>
    </form>
  )
}

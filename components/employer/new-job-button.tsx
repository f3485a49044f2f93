import { Button } from '@/components/ui/button'

/** Begins a draft. The key makes one draft of a double click. */
export function NewJobButton({ company, idempotencyKey }: { company: string; idempotencyKey: string }) {
  return (
    <form method="post" action="/api/employer/jobs">
      <input type="hidden" name="company" value={company} />
      <input type="hidden" name="idempotencyKey" value={idempotencyKey} />
      <Button type="submit" look="primary">
        Write a job
      </Button>
    </form>
  )
}

import { Button } from '@/components/ui/button'
import { Withdrawing } from './withdrawing'

type Props = {
  slug: string
  refusesImports: boolean
  /** Jobs that are still to be withdrawn. */
  withdrawing: number
  locale: string
}

/** Whether anything of the company may be imported, by whomever. */
export function ImportConsent({ slug, refusesImports, withdrawing, locale }: Props) {
  return (
    <section aria-labelledby="imports" className="mt-10 grid max-w-2xl gap-3 border-t border-line pt-4">
      <h2 id="imports" className="text-18 font-semibold">
        Imported jobs
      </h2>
      <p className="text-15">
        <a href={`/employer/companies/${slug}/imports`}>Boards that are read in</a> ·{' '}
        <a href={`/employer/companies/${slug}/duplicates`}>Merge duplicates</a>
      </p>
      {withdrawing > 0 ? (
        <Withdrawing left={withdrawing} href={`/employer/companies/${slug}`} locale={locale} />
      ) : null}
      <form method="post" action={`/api/employer/companies/${slug}/consent`} className="grid gap-2">
        <input type="hidden" name="imports" value={refusesImports ? 'allow' : 'refuse'} />
        <p className="text-15 text-ink-2">
          {refusesImports
            ? 'Nothing of this company is imported, whoever asks. Jobs typed in are not touched by that.'
            : 'Jobs of this company may be imported, by you or by the operator of this board. Refused, all imported jobs are withdrawn, and no source brings new ones.'}
        </p>
        <div>
          <Button type="submit" look={refusesImports ? 'plain' : 'danger'}>
            {refusesImports ? 'Allow imports again' : 'Refuse imports for good'}
          </Button>
        </div>
      </form>
    </section>
  )
}

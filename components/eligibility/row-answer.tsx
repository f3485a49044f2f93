'use client'

import { Answer } from './answer'
import type { Asked } from './asked'

/**
 * The line of a row: there for remote jobs once a country was said, which the page knows before it is painted (`HomeScript`), so
 * that the answer moves nothing.
 */
export function RowAnswer({ job, country }: { job: Asked; country: string | null }) {
  return (
    <p className={`col-span-2 min-h-5 min-w-0 text-14 ${country ? '' : 'hidden in-data-home:block'}`}>
      <Answer job={job} country={country} />
    </p>
  )
}

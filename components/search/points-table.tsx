import { numberText } from '@/components/format'
import { FRESHNESS_POINTS } from '@/lib/search/condition'
import { POINTS } from '@/lib/search/words/rank'

const shared = 'shared out among the words'

/** Every term that the list is ordered by has its line here: a new one does not compile without. */
const terms: Record<keyof typeof POINTS, { what: string; how: string }> = {
  title: { what: 'Your words stand in the title', how: shared },
  phrase: { what: 'They stand there together', how: '' },
  role: { what: 'A word names a role, and the job is one', how: shared },
  skill: { what: 'A word names a skill, and the job asks for it', how: shared },
  place: { what: 'A word names a place, and the job is there', how: shared },
  level: { what: 'A word names a level, and the job is at it', how: shared },
  workplace: { what: 'A word says remote, hybrid or on site, and the job is', how: shared },
  type: { what: 'A word names a type of employment, and the job is of it', how: shared },
  pay: { what: 'The pay is stated', how: '' },
  text: { what: 'The full text is on this board', how: '' },
}

/** The terms of relevance with their points, from the constants that work: the page cannot say something else. */
export function PointsTable({ locale }: { locale: string }) {
  const rows = [
    ...(Object.keys(terms) as (keyof typeof POINTS)[]).map((name) => ({
      ...terms[name],
      points: POINTS[name],
    })),
    {
      what: 'For each day since it was published',
      how: 'of two equals the younger stands first',
      points: -FRESHNESS_POINTS,
    },
  ]
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
    <section className="table-scroll" tabIndex={0} aria-label="Points of relevance">
      <table>
        <thead>
          <tr>
            <th scope="col">What counts</th>
            <th scope="col" align="right">
              Points
            </th>
            <th scope="col">How</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ what, points, how }) => (
            <tr key={what}>
              <th scope="row">{what}</th>
              <td align="right">{signed(points, locale)}</td>
              <td>{how}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

function signed(points: number, locale: string): string {
  return `${points < 0 ? '−' : '+'}${numberText(Math.abs(points), locale)}`
}

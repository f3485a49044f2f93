import '@/components/guides/guide.css'
import type { Metadata } from 'next'
import { AboutDoors } from '@/components/search/about-doors'
import { AboutWords } from '@/components/search/about-words'
import { NotStatedList } from '@/components/search/not-stated-list'
import { PointsTable } from '@/components/search/points-table'
import { env } from '@/lib/env'
import { radii } from '@/lib/search/search'

export const metadata: Metadata = {
  title: 'How this search works',
  description:
    'How the list of jobs is ordered, what is counted, what “not stated” means, and how words, places and pay are read.',
  alternates: { canonical: '/about/search' },
}

/** `/about/search`: the rules of the listing in plain words; every number comes from the constant that works. */
export default function AboutSearchRoute() {
  const { BOARD_LOCALE: locale, BOARD_CURRENCY: currency } = env()
  const list = new Intl.ListFormat('en', { type: 'disjunction' })
  return (
    <article className="prose-guide max-w-2xl">
      <h1 className="font-sans text-28 font-semibold">How this search works</h1>
      <p>
        The <a href="/jobs">list of jobs</a> shows every open job that fits, counts all of them, and says what
        it understood. This page says by which rules.
      </p>

      <h2 id="order">How the order is made</h2>
      <p>
        You choose one of three orders, and each is the same for everybody. Nobody can pay for a place in any
        of them.
      </p>
      <ul>
        <li>
          <strong>Newest</strong>, the one you start with: by the date on which the company first published
          the job. Publishing it again does not make it young.
        </li>
        <li>
          <strong>Relevance</strong>: by the sum of the points below. Each row can show its own sum.
        </li>
        <li>
          <strong>Pay</strong>: by the top of the stated range, as pay for a year, in {currency} or in the
          currency that you ask for. Jobs that state no pay, or pay in another currency, follow after.
        </li>
      </ul>
      <p>Where two jobs have the same points or the same pay, the younger one stands first.</p>
      <PointsTable locale={locale} />

      <h2 id="counts">What is counted</h2>
      <p>
        The number above the list is exact. So is the one beside each value of a filter: it is how many jobs
        you would see with that value, with everything else you chose, and without the other values of the
        same filter. A job with two places counts at both. When counting takes too long the list comes without
        its counts; a guess never stands in for one.
      </p>
      <p>
        Values that you tick in one filter widen it: any of them is enough. Filters narrow one another. For
        skills you can ask for all of them. The small sign beside a value leaves it out, and leaving out
        always wins.
      </p>

      <h2 id="not-stated">Jobs that do not say</h2>
      <p>
        Many jobs do not say what they pay, or whether they are remote. That is a value of its own, “Not
        stated”, with its own count; it is never guessed and never dropped in silence.
      </p>
      <NotStatedList />

      <h2 id="places">Places, and remote work</h2>
      <p>
        <strong>How far around</strong> is measured as the crow flies, from the centre of the town you choose
        to the centre of the town of the job: {list.format(radii.map((km) => `${km} km`))}. Several towns make
        one area.
      </p>
      <p>
        <strong>Where I may work from</strong> looks at remote jobs alone. “EU”, “EMEA” or “Americas” in a job
        is read as the countries it stands for, and a job that is open worldwide is open to every country. A
        job that names no country stays “Not stated”: only its employer can say.
      </p>
      <p>
        <strong>Or remote for me</strong> joins the two: jobs near the place you choose, and remote jobs that
        are open to your country. Your country is the one you said above the list; without one it is the
        country of the place.
      </p>

      <h2 id="pay">Pay</h2>
      <p>
        Your lower limit is compared with the top of each range, both as pay for a year: a job that pays 40 to
        60 thousand answers to 55 thousand. There are no exchange rates here, so only pay in the currency you
        chose is compared; jobs paid in another can be kept by a tick of their own.
      </p>

      <h2 id="clocks">Two clocks</h2>
      <p>
        <strong>Published by the company</strong> is the company’s date and never moves.{' '}
        <strong>First seen by this board</strong> is when the job came here. A job that was published long ago
        can be new here; the two are never mixed into one date.
      </p>

      <AboutWords />
      <AboutDoors locale={locale} />
    </article>
  )
}

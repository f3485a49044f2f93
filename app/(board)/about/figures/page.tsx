import '@/components/guides/guide.css'
import type { Metadata } from 'next'
import { numberText } from '@/components/format'
import { env } from '@/lib/env'
import { words } from '@/lib/figures/phrase'
import { MIN_COMPANIES, MIN_OPENINGS } from '@/lib/figures/types'
import { MIN_ENTRIES } from '@/lib/guides/survey'
import {
  OPENINGS_AT_LEAST,
  OPENINGS_MOVED,
  PAY_MOVED,
  SHARE_AT_LEAST,
  SHARE_MOVED,
} from '@/lib/newsletters/rules'

export const metadata: Metadata = {
  title: 'How figures are made',
  description:
    'What a figure in a guide counts, how pay is estimated, when a number is not shown, and how to find the jobs behind it.',
  alternates: { canonical: '/about/figures' },
}

/** `/about/figures`: the estimator in plain words. `lib/figures/estimate.ts` and its tests hold the same rules. */
export default function AboutFiguresRoute() {
  const { BOARD_LOCALE: locale } = env()
  const [openings, companies, entries] = [MIN_OPENINGS, MIN_COMPANIES, MIN_ENTRIES].map((n) =>
    numberText(n, locale),
  )
  const say = words(locale)
  return (
    <article className="prose-guide max-w-2xl">
      <h1 className="font-sans text-28 font-semibold">How figures are made</h1>
      <p>
        A number in a guide is computed from jobs that are open on this board, or it is a public statistic and
        says so. Beside each stands its receipt: how many openings at how many companies it rests on, the day,
        and a link to exactly those jobs. The link stays right when some of them have closed, and when the
        number has been computed anew.
      </p>

      <h2 id="openings">What is counted</h2>
      <p>
        Openings, not jobs. An employer who wants one person may publish a job for each of five cities, or the
        same job on two boards; all of them are copies of one opening, and it counts once. A share says how
        many openings in a hundred name something; an opening may name several skills and places, so shares
        need not add up.
      </p>

      <h2 id="pay">How pay is estimated</h2>
      <ol>
        <li>
          A job’s pay point is the middle of the range that it states, as pay for a year: hourly pay counts
          2,080 hours, daily pay 260 days, weekly pay 52 weeks, monthly pay 12 months. Jobs that state no pay,
          and those whose pay cannot be true, are left out.
        </li>
        <li>
          Pay is compared within one country and one currency: the one in which most of the openings there
          state it. Nothing is converted.
        </li>
        <li>An opening’s point is the median of the points of its jobs.</li>
        <li>
          Each company has one vote for each level: the median of its openings. A firm with a hundred openings
          weighs as much as one with two.
        </li>
        <li>
          The figures are percentiles of these votes: half of them lie below the median, a quarter below the
          25th percentile. Between two votes the value is taken in proportion (type 7 of Hyndman and Fan, the
          percentile_cont of SQL).
        </li>
      </ol>
      <p>
        What employers state is not what people earn: bonus and shares are missing, and those who state no pay
        may pay otherwise. How many openings state it is said where pay is shown.
      </p>

      <h2 id="minimum">When a number is not shown</h2>
      <p>
        Below {openings} openings or {companies} companies a share or an amount says more about a few
        employers than about a role, so the text says that too few jobs tell. How many jobs are open is shown
        whatever the number.
      </p>

      <h2 id="public">Public statistics</h2>
      <p>
        Where too few jobs in the US state pay, a public number stands in, with its source and year: a wage of
        the Bureau of Labor Statistics (OEWS), or, for a level and for a role that the bureau does not count,
        a median of the salary survey of{' '}
        <a href="https://github.com/foorilla/ai-jobs-net-salaries">aijobs.net</a>, of full-time pay stated in
        US dollars. The survey is no sample: entries come without names, mostly from work with data and AI,
        and since 2023 nearly all of them are ranges, as job ads have them, and not what somebody earns. A
        range counts once by its middle, equal entries count once, and below {entries} entries there is no
        number.
      </p>

      <h2 id="overlap">How near two roles are</h2>
      <p>
        For each skill the smaller of the two shares is added up, and divided by the sum of the larger ones.
        It is whole when both roles ask for the same in the same measure, and nothing when they have no skill
        in common. A skill is called missing when at least one opening in ten of the other role names it, and
        the own role names it less than half as often.
      </p>

      <h2 id="moved">When a figure has moved</h2>
      <p>
        A newsletter of a role sets a figure beside itself as it stood when news were told last. Median pay,
        in the same country, level and currency, has moved by {say.part(PAY_MOVED)} or more; the number of
        openings by {say.part(OPENINGS_MOVED)} or more, and by {say.count(OPENINGS_AT_LEAST)} openings at
        least; a share by {say.count(SHARE_MOVED)} points or more, when at least {say.count(SHARE_AT_LEAST)}{' '}
        openings make them. Less than that may be one employer who posts or closes. A public statistic is
        never set beside a figure.
      </p>

      <h2 id="weeks">What has changed</h2>
      <p>
        Openings by week count only what this board saw happen since it has been watching: an opening in the
        week in which its first job was published here, and in the week in which its last one closed.
      </p>

      <h2 id="when">When they are computed</h2>
      <p>
        Once an hour at most, when a job has changed, in one pass over the open jobs. What a figure was stays:
        a number that you cite is found again by its link. The jobs behind each version are kept for 30 days;
        after that its link shows those of the last version of the same day, and says so. Each can be taken as
        a table (CSV) or as JSON.
      </p>
    </article>
  )
}

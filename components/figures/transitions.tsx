import { numberText } from '@/components/format'
import type { Drawing } from '@/lib/figures/drawing'
import { shareText } from './amounts'
import { FigureData, FigureTable } from './figure-table'
import { percent } from './scales'

type Props = { drawing: Extract<Drawing, { kind: 'transitions' }>; locale: string }

/** How near other roles are: a full bar would be a role that asks for the same. */
export function Transitions(props: Props) {
  return (
    <>
      <TransitionsPicture {...props} />
      <TransitionsTable {...props} />
    </>
  )
}

function TransitionsPicture({ drawing: { rows }, locale }: Props) {
  return (
    <ul className="figure-rows figure-apart figure-single">
      <li className="figure-head" aria-hidden="true">
        <span className="figure-label">To</span>
        <span className="figure-number">shared</span>
      </li>
      {rows.map(({ label, href, shared, missing }) => (
        <li key={href}>
          <span className="figure-label">
            <a href={href}>{label}</a>
          </span>
          <svg className="figure-marks" width="100%" height="28" aria-hidden="true">
            <rect className="figure-track" x="0.5" width="100%" y="8.5" height="11" />
            <rect className="figure-main" x="0" width={percent(clamped(shared))} y="8" height="12" />
          </svg>
          <span className="figure-number figure-strong">
            {shareText(shared, locale)}
            <span className="sr-only"> of the skills are shared</span>
          </span>
          {missing.length > 0 ? <Missing missing={missing} locale={locale} /> : null}
        </li>
      ))}
    </ul>
  )
}

type MissingSkills = Extract<Drawing, { kind: 'transitions' }>['rows'][number]['missing']

function Missing({ missing, locale }: { missing: MissingSkills; locale: string }) {
  return (
    <div className="figure-missing">
      <span>Missing, and the openings there that name it:</span>
      <ul>
        {missing.map(({ label, openings }) => (
          <li key={label}>
            {label} <span className="figure-strong">{numberText(openings, locale)}</span>
          </li>
        ))}
      </ul>
    </div>
  )
}

/** In hundredths. */
const clamped = (share: number) => Math.min(100, Math.max(0, share * 100))

function TransitionsTable({ drawing: { title, rows }, locale }: Props) {
  return (
    <FigureData>
      <FigureTable
        caption={`${title}: skills that are shared, and those that are missing`}
        columns={['Role', 'Shared', 'Missing, with the openings there that name it']}
        rows={rows.map(({ label, href, shared, missing }) => ({
          key: href,
          label: <a href={href}>{label}</a>,
          cells: [
            shareText(shared, locale),
            missing.map((skill) => `${skill.label} (${numberText(skill.openings, locale)})`).join(', ') ||
              'none',
          ],
        }))}
      />
    </FigureData>
  )
}

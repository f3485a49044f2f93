import { Fragment } from 'react'
import { dayText, numberText } from '@/components/format'
import { measureText } from '@/lib/figures/called'
import { phraseOf } from '@/lib/figures/phrase'
import type { InlineQuestion } from '@/lib/figures/question'
import type { Figure } from '@/lib/figures/types'
import type { FigurePage } from './figure-page'
import { baseText } from './source-line'

type Props = { question: InlineQuestion; page: FigurePage }

/**
 * A number about jobs in a sentence, with its receipt: heard after it, shown on hover, focus and tap, printed in brackets. Where too few jobs
 * tell, the sentence reads on, and a public statistic stands in, labelled as such.
 */
export function FigureInText({ question, page }: Props) {
  const { text, isTold, receipts } = phraseOf(question, page.known, page.called.locale)
  if (!isTold) {
    const standIn = page.standIn(question)
    return (
      <>
        {text}
        {standIn ? ` (${standIn})` : null}
      </>
    )
  }
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: the receipt must be reachable by those who do not hover
    <span className="noted figure-in-text" tabIndex={0}>
      <span className="noted-words tabular">{text}</span>
      {receipts.length > 0 ? (
        <span className="noted-remark">
          {' ('}
          {receipts.map((figure, i) => (
            <Fragment key={figure.id}>
              {i > 0 ? '; ' : null}
              <ReceiptWords figure={figure} page={page} isOne={receipts.length === 1} />
            </Fragment>
          ))}
          )
        </span>
      ) : null}
    </span>
  )
}

function ReceiptWords({ figure, page, isOne }: { figure: Figure; page: FigurePage; isOne: boolean }) {
  const { locale } = page.called
  const inAll =
    figure.value && 'openingsInAll' in figure.value
      ? `, of ${numberText(figure.value.openingsInAll, locale)} that might state pay`
      : ''
  return (
    <>
      {isOne ? null : `${measureText(figure.measure, page.called)}: `}
      {baseText(figure, locale)}
      {inAll}, <time dateTime={figure.asOf}>{dayText(figure.asOf, locale)}</time>,{' '}
      <a href={`/jobs?figure=${figure.id}`}>the jobs</a>
    </>
  )
}

import './figure.css'
import type { ReactNode } from 'react'
import type { Drawing } from '@/lib/figures/drawing'
import { Distribution } from './distribution'
import { PairedBars } from './paired-bars'
import { PayRows } from './pay-rows'
import { ShareBars } from './share-bars'
import { SourceLine } from './source-line'
import { Transitions } from './transitions'
import { Weeks } from './weeks'

type Props = { drawing: Drawing; locale: string }

/**
 * A finding, its picture, its numbers and on what they rest. Marks are hidden from screen readers: a table is walked through
 * cell by cell, a description of a picture is heard once and gone.
 */
export function Figure({ drawing, locale }: Props) {
  const isEmpty = 'rows' in drawing && drawing.rows.length === 0
  return (
    <figure className="figure" data-kind={drawing.kind}>
      <figcaption>{drawing.title}</figcaption>
      {isEmpty ? (
        <p className="figure-note">Too few openings to draw this today.</p>
      ) : (
        drawn({ drawing, locale })
      )}
      <SourceLine drawing={drawing} locale={locale} />
    </figure>
  )
}

function drawn({ drawing, locale }: Props): ReactNode {
  switch (drawing.kind) {
    case 'distribution':
      return <Distribution drawing={drawing} locale={locale} />
    case 'pay-rows':
      return <PayRows drawing={drawing} locale={locale} />
    case 'bars':
      return <ShareBars drawing={drawing} locale={locale} />
    case 'weeks':
      return <Weeks drawing={drawing} locale={locale} />
    case 'paired-bars':
      return <PairedBars drawing={drawing} locale={locale} />
    case 'transitions':
      return <Transitions drawing={drawing} locale={locale} />
  }
}

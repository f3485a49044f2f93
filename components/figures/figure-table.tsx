import type { ReactNode } from 'react'
import type { Receipt } from '@/lib/figures/drawing'
import { ReceiptLinks } from './source-line'

type Row = { key: string; label: ReactNode; cells: ReactNode[]; receipt?: Receipt }
type Props = { caption: string; columns: [first: string, ...others: string[]]; rows: Row[] }

/** Folded under the drawing, without scripts too. */
export function FigureData({ children }: { children: ReactNode }) {
  return (
    <details className="figure-data">
      <summary>The numbers as a table</summary>
      {children}
    </details>
  )
}

/** The numbers behind a drawing, cell by cell; rows with a receipt lead to their jobs. */
export function FigureTable({ caption, columns: [first, ...others], rows }: Props) {
  const hasReceipts = rows.some((row) => row.receipt)
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keys
    <section className="figure-scroll" aria-label={caption} tabIndex={0}>
      <table>
        <caption>
          <span>{caption}</span>
        </caption>
        <thead>
          <tr>
            <th scope="col">{first}</th>
            {others.map((column) => (
              <th scope="col" key={column}>
                {column}
              </th>
            ))}
            {hasReceipts ? <th scope="col">Rests on</th> : null}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ key, label, cells, receipt }) => (
            <tr key={key}>
              <th scope="row">{label}</th>
              {cells.map((cell, i) => (
                <td key={others[i]}>{cell}</td>
              ))}
              {receipt ? (
                <td>
                  <ReceiptLinks receipt={receipt} />
                </td>
              ) : null}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

import type { PayValue, WeeksValue } from './types'

/** What every picture says of itself: how many openings at how many companies, and when they were counted. */
export type Receipt = { id: string; asOf: string; openings: number; companies: number; jobs: number }

/** Percentiles of one group; rows of one drawing may differ in currency, and are then never drawn on one scale. */
export type PayRow = Pick<PayValue, 'currency' | 'votes' | 'p10' | 'p25' | 'p50' | 'p75' | 'p90'> & {
  label: string
  receipt: Receipt
}

export type ShareRow = { label: string; href: string | null; openings: number }

/** A drawn figure, ready to be drawn; `title` says the finding. */
export type Drawing = { title: string; receipts: Receipt[] } & (
  | { kind: 'distribution'; value: PayValue }
  | { kind: 'pay-rows'; rows: PayRow[] }
  | { kind: 'bars'; rows: ShareRow[]; openings: number }
  | { kind: 'weeks'; value: WeeksValue }
  | { kind: 'paired-bars'; sides: [string, string]; rows: { label: string; shares: [number, number] }[] }
  | {
      kind: 'transitions'
      rows: {
        label: string
        href: string
        /** Part of what both roles ask for that is the same, 0 to 1. */
        shared: number
        /** Skills of the other role that this one lacks, with the openings there that name them. */
        missing: { label: string; openings: number }[]
      }[]
    }
)

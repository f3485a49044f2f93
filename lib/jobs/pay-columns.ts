import type { PayPeriod } from '@/db/values'
import { annualPay, type StatedPay } from './pay'

export type PayColumns = {
  payMin: bigint | null
  payMax: bigint | null
  payCurrency: string | null
  payPeriod: PayPeriod | null
  annualMin: bigint | null
  annualMax: bigint | null
  payImplausible: boolean
}

/** Pay as it is stored: as stated, and by the year where that is plausible. */
export function payColumns(pay: StatedPay | null): PayColumns {
  if (pay === null) return noPay
  const annual = annualPay(pay)
  return {
    payMin: pay.min,
    payMax: pay.max,
    payCurrency: pay.currency,
    payPeriod: pay.period,
    annualMin: annual?.plausible ? annual.min : null,
    annualMax: annual?.plausible ? annual.max : null,
    payImplausible: annual !== null && !annual.plausible,
  }
}

const noPay: PayColumns = {
  payMin: null,
  payMax: null,
  payCurrency: null,
  payPeriod: null,
  annualMin: null,
  annualMax: null,
  payImplausible: false,
}

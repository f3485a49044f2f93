import { numberText } from '@/components/format'
import type { PublicName, PublicNumber } from '@/lib/guides/statistics'
import { Noted } from './noted'

const names: Record<PublicName, string> = {
  'wage-p10': '10th percentile of yearly wages',
  'wage-p25': '25th percentile of yearly wages',
  'wage-median': 'median yearly wage',
  'wage-p75': '75th percentile of yearly wages',
  'wage-p90': '90th percentile of yearly wages',
  employment: 'people employed',
}

/** A public statistic, labelled as such: never to be taken for a figure of this board. */
export function PublicInText({ number, locale }: { number: PublicNumber; locale: string }) {
  const { name, occupation, title, year, value } = number
  const amount = numberText(value, locale)
  return (
    <Noted note={`${title}, US, ${names[name]}; occupation ${occupation}`}>
      <data value={value}>{name === 'employment' ? amount : `${amount} USD`}</data> (OEWS, May {year})
    </Noted>
  )
}

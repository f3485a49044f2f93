import type { Called } from '@/lib/figures/called'
import type { PublicNumber } from '@/lib/guides/statistics'
import { Noted } from './noted'
import { publicWords } from './public-words'

/** A public statistic, labelled as such: never to be taken for a figure of this board. */
export function PublicInText({ number, called }: { number: PublicNumber; called: Called }) {
  const { amount, label, about } = publicWords(number, called)
  return (
    <Noted note={about}>
      <data value={number.value}>{amount}</data> ({label})
    </Noted>
  )
}

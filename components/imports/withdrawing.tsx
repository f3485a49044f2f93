import { numberText } from '@/components/format'
import { Notice } from '@/components/ui/notice'
import { Watch } from './watch'

type Props = { left: number; href: string; locale: string }

/** The worker is closing jobs: how many are left, for as long as it takes. */
export function Withdrawing({ left, href, locale }: Props) {
  return (
    <Notice
      look="info"
      role="status"
      title={`Jobs are being withdrawn: ${numberText(left, locale)} still open`}
    >
      This takes seconds for most boards and some minutes for very large ones.{' '}
      <a href={href}>Look how far it is</a>
      <Watch />
    </Notice>
  )
}

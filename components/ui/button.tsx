import type { ComponentProps } from 'react'

const shape =
  'inline-flex min-h-9 items-center justify-center gap-1.5 rounded border px-3.5 py-1.5 text-15 font-medium no-underline pointer-coarse:min-h-11 hover:no-underline disabled:cursor-not-allowed disabled:opacity-60'

const looks = {
  primary: 'border-sign bg-sign text-on-sign hover:bg-sign-strong hover:border-sign-strong',
  plain: 'border-edge bg-paper text-ink hover:bg-paper-2',
  quiet: 'border-transparent bg-transparent text-sign hover:bg-paper-2',
  danger: 'border-closed bg-paper text-closed hover:bg-closed-soft',
} as const
export type ButtonLook = keyof typeof looks

export function buttonClass(look: ButtonLook = 'plain', extra = ''): string {
  return `${shape} ${looks[look]} ${extra}`.trim()
}

type Props = ComponentProps<'button'> & { look?: ButtonLook }

export function Button({ look = 'plain', className = '', type = 'button', ...rest }: Props) {
  return <button type={type} className={buttonClass(look, className)} {...rest} />
}

/** A link that looks like a button, for going somewhere. */
export function ButtonLink({
  look = 'plain',
  className = '',
  ...rest
}: ComponentProps<'a'> & { look?: ButtonLook }) {
  return <a className={buttonClass(look, className)} {...rest} />
}

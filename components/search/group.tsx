'use client'

import { type ReactNode, useState } from 'react'

type Props = { id: string; label: string; chosen?: number; open: boolean; children: ReactNode }

/** A group of filters that folds. */
export function Group({ id, label, chosen = 0, open, children }: Props) {
  return (
    <Fold id={id} open={open || chosen > 0} className="group/facet border-b border-line py-2">
      <summary className="flex min-h-8 list-none items-center justify-between rounded text-14 font-semibold pointer-coarse:min-h-11">
        <span>
          {label}
          {chosen > 0 ? <span className="ml-1.5 font-normal text-sign tabular">{chosen}</span> : null}
        </span>
        <span aria-hidden="true" className="text-ink-2 transition-transform group-open/facet:rotate-180">
          ▾
        </span>
      </summary>
      <fieldset className="min-w-0 pt-1 text-14">
        <legend className="sr-only">{label}</legend>
        {children}
      </fieldset>
    </Fold>
  )
}

type FoldProps = { id: string; open: boolean; className?: string; children: ReactNode }

/** Opens by itself when something in it is chosen, and is closed by people only: never under the hand that takes a tick away. */
function Fold({ open, ...rest }: FoldProps) {
  const [wasOpen, setWasOpen] = useState(open)
  if (open && !wasOpen) setWasOpen(true)
  return <details open={open || wasOpen} {...rest} />
}

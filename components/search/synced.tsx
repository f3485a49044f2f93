'use client'

import { type ComponentProps, useLayoutEffect, useRef } from 'react'

// The form is the search: its controls keep what the person does to them, also before the scripts arrive, and follow the URL
// when that changes (back, forward, a chip taken away) without being made anew, so that focus stays where it is.

type CheckProps = Omit<ComponentProps<'input'>, 'checked' | 'defaultChecked'> & {
  checked: boolean
  type: 'checkbox' | 'radio'
}

export function SyncedCheck({ checked, ...rest }: CheckProps) {
  const ref = useRef<HTMLInputElement>(null)
  useLater(() => {
    if (ref.current) ref.current.checked = checked
  }, `${checked} ${rest.name} ${rest.value}`)
  return <input ref={ref} defaultChecked={checked} {...rest} />
}

type InputProps = Omit<ComponentProps<'input'>, 'value' | 'defaultValue'> & { value: string }

export function SyncedInput({ value, ...rest }: InputProps) {
  const ref = useRef<HTMLInputElement>(null)
  useLater(() => {
    if (ref.current) ref.current.value = value
  }, value)
  return <input ref={ref} defaultValue={value} {...rest} />
}

type SelectProps = Omit<ComponentProps<'select'>, 'value' | 'defaultValue'> & { value: string }

export function SyncedSelect({ value, ...rest }: SelectProps) {
  const ref = useRef<HTMLSelectElement>(null)
  useLater(() => {
    if (ref.current) ref.current.value = value
  }, value)
  return <select ref={ref} defaultValue={value} {...rest} />
}

/** After every change of `what`, not at the start. */
function useLater(work: () => void, what: string) {
  const last = useRef(what)
  useClientLayoutEffect(() => {
    if (last.current === what) return
    last.current = what
    work()
  })
}

const useClientLayoutEffect = typeof window === 'undefined' ? () => {} : useLayoutEffect

import type { ComponentProps, ReactNode } from 'react'
import { KeptTextarea } from './kept-textarea'

type Frame = {
  id: string
  label: string
  help?: ReactNode
  error?: string | undefined
  optional?: boolean
}

/** What ties a control to its label, help and error, so that they are read with it. */
function namesOf({ id, help, error }: Frame) {
  const described = [help ? `${id}-help` : '', error ? `${id}-error` : ''].filter(Boolean).join(' ')
  return { id, 'aria-describedby': described || undefined, 'aria-invalid': error ? true : undefined }
}

/** Label above, control, help and error below. Every form field of the board is one of these. */
export function Field({ id, label, help, error, optional, children }: Frame & { children: ReactNode }) {
  return (
    <div className="grid content-start gap-1">
      <label htmlFor={id} className="text-15 font-medium">
        {label}
        {optional ? <span className="font-normal text-ink-2"> (optional)</span> : null}
      </label>
      {children}
      {help ? (
        <p id={`${id}-help`} className="text-14 text-ink-2">
          {help}
        </p>
      ) : null}
      {error ? <ErrorLine id={`${id}-error`} error={error} /> : null}
    </div>
  )
}

function ErrorLine({ id, error }: { id: string; error: string }) {
  return (
    <p id={id} className="flex gap-1.5 text-14 font-medium text-closed">
      <span aria-hidden="true">!</span>
      {error}
    </p>
  )
}

const invalid = 'aria-invalid:border-closed aria-invalid:outline-closed'

export function TextField(props: Frame & Omit<ComponentProps<'input'>, 'id'>) {
  const { id, label, help, error, optional, className = '', ...rest } = props
  return (
    <Field {...{ id, label, help, error, optional: optional ?? false }}>
      <input {...namesOf(props)} className={`control ${invalid} ${className}`} {...rest} />
    </Field>
  )
}

export function TextareaField(props: Frame & Omit<ComponentProps<'textarea'>, 'id'>) {
  const { id, label, help, error, optional, className = '', ...rest } = props
  return (
    <Field {...{ id, label, help, error, optional: optional ?? false }}>
      <KeptTextarea {...namesOf(props)} className={`control min-h-32 ${invalid} ${className}`} {...rest} />
    </Field>
  )
}

export function SelectField(props: Frame & Omit<ComponentProps<'select'>, 'id'>) {
  const { id, label, help, error, optional, className = '', ...rest } = props
  return (
    <Field {...{ id, label, help, error, optional: optional ?? false }}>
      <select {...namesOf(props)} className={`control ${invalid} ${className}`} {...rest} />
    </Field>
  )
}

export function CheckboxField(props: Frame & Omit<ComponentProps<'input'>, 'id' | 'type'>) {
  const { id, label, help, error, optional: _, ...rest } = props
  return (
    <div className="grid gap-0.5">
      <label htmlFor={id} className="flex items-center gap-2 text-15 pointer-coarse:min-h-11">
        <input {...namesOf(props)} type="checkbox" {...rest} />
        {label}
      </label>
      {help ? (
        <p id={`${id}-help`} className="pl-6 text-14 text-ink-2">
          {help}
        </p>
      ) : null}
      {error ? <ErrorLine id={`${id}-error`} error={error} /> : null}
    </div>
  )
}

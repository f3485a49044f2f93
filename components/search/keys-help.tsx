'use client'

import { Keyboard } from 'lucide-react'
import type { RefObject } from 'react'
import { Button } from '@/components/ui/button'
import { setKeysOn, useKeysOn } from './keys-choice'

const keys = [
  ['/', 'Go to the words of the search'],
  ['j', 'Next job'],
  ['k', 'Previous job'],
  ['Enter', 'Open the job'],
  ['Esc', 'Close the job beside the list'],
  ['s', 'Save this search'],
  ['?', 'Show these keys'],
] as const

type Props = {
  dialog: RefObject<HTMLDialogElement | null>
  /** There is room for the sign alone. */
  isShort: boolean
}

/** The dialog is the browser's own: it keeps the focus, and gives it back when it closes. */
export function KeysHelp({ dialog, isShort }: Props) {
  const isOn = useKeysOn()
  return (
    <>
      <button
        type="button"
        onClick={() => dialog.current?.showModal()}
        className="needs-scripts inline-flex min-h-8 items-center gap-1.5 rounded px-1.5 text-14 text-ink-2 hover:bg-paper-2 hover:text-ink pointer-coarse:hidden"
      >
        <Keyboard size={16} aria-hidden="true" />
        <span className={isShort ? 'sr-only' : ''}>Keys</span>
      </button>
      <dialog
        ref={dialog}
        aria-labelledby="keys-title"
        className="m-auto w-88 max-w-[calc(100vw-2rem)] rounded border border-line bg-paper p-5 text-ink shadow-lift backdrop:bg-shade"
      >
        <h2 id="keys-title" className="pb-3 text-18 font-semibold">
          Keys of this list
        </h2>
        <dl className="grid grid-cols-[auto_minmax(0,1fr)] items-baseline gap-x-4 gap-y-2 text-15">
          {keys.map(([key, what]) => (
            <div key={key} className="contents">
              <dt>
                <kbd className="inline-block min-w-7 rounded border border-edge px-1.5 text-center font-mono text-14">
                  {key}
                </kbd>
              </dt>
              <dd>{what}</dd>
            </div>
          ))}
        </dl>
        <form method="dialog" className="mt-4 flex flex-wrap items-center justify-between gap-3">
          <label htmlFor="keys-off" className="flex min-h-9 items-center gap-2 text-15">
            <input
              id="keys-off"
              type="checkbox"
              checked={!isOn}
              onChange={(event) => setKeysOn(!event.target.checked)}
            />
            Turn the keys off
          </label>
          <Button type="submit">Close</Button>
        </form>
      </dialog>
    </>
  )
}

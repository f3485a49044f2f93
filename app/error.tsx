'use client'

import { Button } from '@/components/ui/button'

type Props = { error: Error & { digest?: string }; reset: () => void }

export default function ErrorPage({ error, reset }: Props) {
  return (
    <div className="wrap grid max-w-2xl justify-items-start gap-4 py-16" role="alert">
      <h1 className="text-28 font-semibold">Something went wrong on our side</h1>
      <p className="text-16 text-ink-2">
        Nothing that was saved is lost. Try again; if it stays like this, tell whoever runs this board
        {error.digest ? (
          <>
            {' '}
            and give them this number: <span className="tabular font-mono">{error.digest}</span>
          </>
        ) : null}
        .
      </p>
      <div className="flex gap-3">
        <Button look="primary" onClick={reset}>
          Try again
        </Button>
        <a href="/jobs" className="self-center">
          See all open jobs
        </a>
      </div>
    </div>
  )
}

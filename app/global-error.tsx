'use client'

export default function GlobalError({ error }: { error: Error & { digest?: string } }) {
  return (
    <html lang="en">
      <body>
        <main>
          <h1>Something went wrong on our side</h1>
          <p>Nothing that was saved is lost. Load the page again in a moment.</p>
          {error.digest ? <p>Number of this error: {error.digest}</p> : null}
        </main>
      </body>
    </html>
  )
}

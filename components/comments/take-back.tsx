/** Looks like the links beside it, and is a form. */
export function TakeBack({ id }: { id: string }) {
  return (
    <form method="post" action={`/api/comments/${id}/retraction`}>
      <button
        type="submit"
        className="inline-flex min-h-9 items-center text-14 text-sign underline-offset-3 hover:underline pointer-coarse:min-h-11"
      >
        Take it back
      </button>
    </form>
  )
}

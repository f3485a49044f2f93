import { Button } from '@/components/ui/button'

/** "Was this useful?": two buttons, and a word for whoever wants to say why. */
export function Useful({ page }: { page: string }) {
  return (
    <form
      method="post"
      action="/api/guides/votes"
      id="useful"
      className="no-print grid gap-2 border-t border-line pt-4"
    >
      <input type="hidden" name="page" value={page} />
      <fieldset className="grid gap-2">
        <legend className="float-left pb-2 font-semibold">Was this page useful?</legend>
        <div className="flex flex-wrap gap-2">
          <Button type="submit" name="useful" value="yes">
            Yes
          </Button>
          <Button type="submit" name="useful" value="no">
            No
          </Button>
        </div>
        <details className="text-14">
          <summary className="w-fit pointer-coarse:min-h-11 pointer-coarse:content-center">
            Say what was missing or wrong
          </summary>
          <div className="grid max-w-prose gap-1 pt-2">
            <label htmlFor="useful-note">It goes to those who write the guides, without your name</label>
            <textarea id="useful-note" name="note" maxLength={1000} rows={3} className="control" />
            <p className="text-ink-2">Then choose yes or no above.</p>
          </div>
        </details>
      </fieldset>
    </form>
  )
}

import { useSyncExternalStore } from 'react'

/** False on the server and in its page, true as soon as scripts run: what only they can do is not taken away before. */
export function useHasScripts(): boolean {
  return useSyncExternalStore(
    () => () => {},
    () => true,
    () => false,
  )
}

import { NONE, type Search } from '@/lib/search/search'

/** The role that a search is about; null when it asks for none, for several, or for jobs of no known role. */
export function onlyRoleOf({ role: { any, not } }: Search): string | null {
  const [only] = any
  return any.length === 1 && not.length === 0 && only !== undefined && only !== NONE ? only : null
}

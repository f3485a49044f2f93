import type { MemberRole, PersonKind } from '@/db/values'

/** Whoever looks at a page. Null: not signed in. It comes from the session alone, never from what a client sends. */
export type Viewer = SignedIn | null

export type SignedIn = {
  userId: string
  name: string | null
  email: string
  kind: PersonKind
  isDemo: boolean
  companies: ViewerCompany[]
}

export type ViewerCompany = { id: number; slug: string; name: string; role: MemberRole }

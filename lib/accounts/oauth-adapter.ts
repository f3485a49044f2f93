import { DrizzleAdapter } from '@auth/drizzle-adapter'
import { sql } from 'drizzle-orm'
import { db } from '@/db/client'
import { authAccounts, authSessions, users, verificationTokens } from '@/db/schema'
import { storable } from '@/lib/typed-text'
import { plainEmail } from './rules'
import { hashToken } from './secrets'

type Drizzle = Required<ReturnType<typeof DrizzleAdapter>>
type NewUser = Parameters<Drizzle['createUser']>[0]

/**
 * next-auth's tables as ours: sessions by the hash of their token, no tokens of the sign-in service, and a new person only with
 * an address that the service has verified. `onSession` hears the token of the session that was opened.
 */
export function oauthAdapter(onSession: (token: string) => void) {
  const base = DrizzleAdapter(db(), {
    usersTable: users,
    accountsTable: authAccounts,
    sessionsTable: authSessions,
    verificationTokensTable: verificationTokens,
  }) as Drizzle
  return {
    getUser: base.getUser,
    getUserByEmail: base.getUserByEmail,
    getUserByAccount: base.getUserByAccount,
    createUser: insertPerson,
    linkAccount: ({ userId, type, provider, providerAccountId }: Parameters<Drizzle['linkAccount']>[0]) =>
      base.linkAccount({ userId, type, provider, providerAccountId }),
    async createSession(session: Parameters<Drizzle['createSession']>[0]) {
      await base.createSession({ ...session, sessionToken: hashToken(session.sessionToken) })
      onSession(session.sessionToken)
      return session
    },
    async getSessionAndUser(token: string) {
      const found = await base.getSessionAndUser(hashToken(token))
      return found && found.session.expires > new Date()
        ? { ...found, session: { ...found.session, sessionToken: token } }
        : null
    },
    deleteSession: (token: string) => base.deleteSession(hashToken(token)),
    updateUser: () => Promise.reject(new Error('a sign-in service changes nobody')),
    updateSession: () => Promise.resolve(null),
  }
}

async function insertPerson({ email: given, name, image }: NewUser) {
  const email = plainEmail(given ?? '')
  if (!email) throw new Error('the sign-in service named no address')
  const [person] = await db()
    .insert(users)
    .values({ email, name: name ? storable(name).slice(0, 120) : null, image, emailVerified: sql`now()` })
    .returning({ id: users.id, email: users.email, name: users.name, emailVerified: users.emailVerified })
  if (!person) throw new Error('the person was not kept')
  return person
}

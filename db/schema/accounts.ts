import { sql } from 'drizzle-orm'
import {
  boolean,
  check,
  index,
  integer,
  pgTable,
  primaryKey,
  smallint,
  text,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core'
import { instant } from './types'

export const users = pgTable(
  'users',
  {
    id: uuid().primaryKey().defaultRandom(),
    name: text(),
    email: text().notNull(),
    emailVerified: instant(),
    image: text(),
    kind: text({ enum: ['member', 'moderator', 'admin'] })
      .notNull()
      .default('member'),
    disabledAt: instant(),
    isDemo: boolean().notNull().default(false),
    createdAt: instant().notNull().defaultNow(),
  },
  (t) => [
    uniqueIndex('users_email_key').on(t.email),
    check('users_email_lower', sql`${t.email} = lower(${t.email}) and length(${t.email}) <= 254`),
    check('users_kind', sql`${t.kind} in ('member', 'moderator', 'admin')`),
  ],
)

/** next-auth's own columns: names as its adapter wants them. */
export const authAccounts = pgTable(
  'auth_accounts',
  {
    userId: uuid()
      .notNull()
      .references(() => users.id, { onDelete: 'cascade' }),
    type: text().notNull(),
    provider: text().notNull(),
    providerAccountId: text().notNull(),
    refresh_token: text(),
    access_token: text(),
    expires_at: integer(),
    token_type: text(),
    scope: text(),
    id_token: text(),
    session_state: text(),
  },
  (t) => [
    primaryKey({ columns: [t.provider, t.providerAccountId] }),
    index('auth_accounts_user').on(t.userId),
  ],
)

/** `sessionToken` holds the SHA-256 of the cookie, so that a read of this table signs nobody in. */
export const authSessions = pgTable(
  'auth_sessions',
  {
    sessionToken: text().primaryKey(),
    userId: uuid()
      .notNull()
      .references(() => users.id, { onDelete: 'cascade' }),
    expires: instant().notNull(),
    createdAt: instant().notNull().defaultNow(),
  },
  (t) => [index('auth_sessions_user').on(t.userId)],
)

export const verificationTokens = pgTable(
  'verification_tokens',
  { identifier: text().notNull(), token: text().notNull(), expires: instant().notNull() },
  (t) => [primaryKey({ columns: [t.identifier, t.token] })],
)

/** One mailed link with its code: to sign in, or to confirm a new address. Only hashes are kept. */
export const mailedProofs = pgTable(
  'mailed_proofs',
  {
    id: uuid().primaryKey().defaultRandom(),
    purpose: text({ enum: ['sign_in', 'change_address'] }).notNull(),
    email: text().notNull(),
    userId: uuid().references(() => users.id, { onDelete: 'cascade' }),
    tokenHash: text().notNull(),
    codeHash: text().notNull(),
    /** SHA-256 of the cookie of the browser that asked: the code works only there, the link anywhere. */
    flowHash: text().notNull(),
    next: text().notNull().default('/'),
    tries: smallint().notNull().default(0),
    usedAt: instant(),
    expiresAt: instant().notNull(),
    createdAt: instant().notNull().defaultNow(),
  },
  (t) => [
    uniqueIndex('mailed_proofs_token').on(t.tokenHash),
    index('mailed_proofs_email').on(t.email, t.createdAt.desc()),
    check('mailed_proofs_purpose', sql`${t.purpose} in ('sign_in', 'change_address')`),
    check('mailed_proofs_owner', sql`${t.purpose} = 'sign_in' or ${t.userId} is not null`),
  ],
)

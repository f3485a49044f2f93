import path from 'node:path'
import { readMigrationFiles } from 'drizzle-orm/migrator'

/** Hashes of the migration files, oldest first. */
export function migrationHashes(root: string): string[] {
  return readMigrationFiles({ migrationsFolder: path.join(root, 'drizzle') }).map((file) => file.hash)
}

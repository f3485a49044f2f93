import { readFileSync, statSync } from 'node:fs'
import path from 'node:path'

/** A user of the operating system. */
export type Account = { uid: number; gid: number }

/** PostgreSQL refuses to run as root: these stand in, in this order. */
const STAND_INS = ['postgres', 'nobody']

/** Who runs PostgreSQL: null is the user who started us. Data that exists keeps its owner. */
export function postgresAccount(clusterDir: string): Account | null {
  if (process.getuid?.() !== 0) return null
  const owner = statSync(clusterDir, { throwIfNoEntry: false })
  if (owner && owner.uid !== 0) return { uid: owner.uid, gid: owner.gid }
  return standIn(readFileSync('/etc/passwd', 'utf8'))
}

export function standIn(passwd: string): Account {
  const lines = passwd.split('\n').map((line) => line.split(':'))
  for (const name of STAND_INS) {
    const found = lines.find((fields) => fields[0] === name)
    if (found) return { uid: Number(found[2]), gid: Number(found[3]) }
  }
  return { uid: 65_534, gid: 65_534 }
}

/** Whether that account may pass through every folder down to this one (mode bits; a path that is still to be made counts by its parents). */
export function canEnter(dir: string, account: Account | null): boolean {
  if (!account) return true
  for (let at = path.resolve(dir); ; at = path.dirname(at)) {
    const facts = statSync(at, { throwIfNoEntry: false })
    if (facts && !mayPass(facts, account)) return false
    if (at === path.dirname(at)) return true
  }
}

export function mayPass(facts: { mode: number; uid: number; gid: number }, account: Account): boolean {
  if (facts.uid === account.uid) return (facts.mode & 0o100) !== 0
  if (facts.gid === account.gid) return (facts.mode & 0o010) !== 0
  return (facts.mode & 0o001) !== 0
}

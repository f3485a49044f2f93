/** What a command answers: done with a value, or refused for a reason that the person can act on. Bugs throw. */
export type Done<T> = { ok: true; value: T }
export type Refused<R extends string> = { ok: false; reason: R }
export type Outcome<R extends string = never, T = undefined> = Done<T> | Refused<R>

export function done(): Done<undefined>
export function done<T>(value: T): Done<T>
export function done<T>(value?: T): Done<T | undefined> {
  return { ok: true, value }
}

export function refused<R extends string>(reason: R): Refused<R> {
  return { ok: false, reason }
}

/** Absent, or not the actor's: nobody can tell which (404). */
export class NotFound extends Error {
  override name = 'NotFound'
}

/** The actor may see the object, but their role may not do this (403). */
export class Forbidden extends Error {
  override name = 'Forbidden'
}

/** Only for people who signed in (401, or a redirect to the sign-in page). */
export class SignInNeeded extends Error {
  override name = 'SignInNeeded'
}

import type { mailOutbox } from '@/db/schema'

export type MailKind = (typeof mailOutbox.kind.enumValues)[number]

/** Anything that could end a header line, or hide in one. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what it looks for.
const CONTROL = /[\u0000-\u001f\u007f\u0085\u2028\u2029]+/g
const ADDRESS = /^[^\s,;<>()"\\@]{1,64}@[^\s,;<>()"\\@]{1,189}$/
const HEADER_NAME = /^[A-Za-z][A-Za-z-]{0,63}$/

export class UnsafeMail extends Error {
  override name = 'UnsafeMail'
}

/** Text that people typed, made fit for a subject or a heading: one line, no control characters. */
export function oneLine(text: string, max = 200): string {
  const line = text.replace(CONTROL, ' ').replace(/ {2,}/g, ' ').trim()
  return line.length > max ? `${line.slice(0, max - 1).trimEnd()}…` : line
}

export type Envelope = { to: string; subject: string; headers?: Record<string, string> | undefined }

/** Refuses what could add a header or a recipient (RELIABILITY.md B29): such a mail is a bug of its template. */
export function requireSafe({ to, subject, headers = {} }: Envelope): void {
  if (to.length > 254 || hasControl(to) || !ADDRESS.test(to))
    throw new UnsafeMail('recipient is not one plain address')
  if (hasControl(subject)) throw new UnsafeMail('subject is not one line')
  for (const [name, value] of Object.entries(headers)) {
    if (!HEADER_NAME.test(name) || hasControl(value))
      throw new UnsafeMail(`header ${oneLine(name, 40)} is not one line`)
  }
}

function hasControl(text: string): boolean {
  return text.search(CONTROL) !== -1
}

/** Signing in must work for a person who wants no alerts: these reasons stop alerts only. */
const ALERT_ONLY_REASONS: readonly string[] = ['unsubscribed', 'complaint']

export function isStopped(kind: MailKind, reason: string | null): boolean {
  return reason !== null && (kind === 'alert' || !ALERT_ONLY_REASONS.includes(reason))
}

/**
 * Until when a mail is worth sending. A sign-in lives ten minutes (ASVS 6.5.5); the notice of a change of address is worth
 * more than its link; an alert is news for three days.
 */
const worthSending: Record<MailKind, number> = { sign_in: 600, change_address: 86_400, alert: 3 * 86_400 }

export function worthSendingSeconds(kind: MailKind): number {
  return worthSending[kind]
}

export type SmtpFailure = { verdict: 'retry' | 'refused' | 'no such address'; reason: string }

/**
 * What an SMTP answer means for this mail. Only an answer to RCPT TO or DATA judges the mail; a refused sign-in,
 * a refused sender or a broken line is ours or the network's and is tried again. Enhanced codes: RFC 3463.
 */
export function judgeFailure(error: unknown): SmtpFailure {
  const { responseCode, command, response, code } = partsOf(error)
  const enhanced = /\b([245])\.(\d{1,3})\.(\d{1,3})\b/.exec(response)
  const reason = [command, responseCode || code, enhanced?.[0]].filter(Boolean).join(' ') || 'no answer'
  const isFinal = responseCode >= 500 && (command === 'RCPT TO' || command === 'DATA')
  if (!isFinal) return { verdict: 'retry', reason }
  const aboutAddress = enhanced
    ? enhanced[2] === '1'
    : command === 'RCPT TO' && [550, 551, 553].includes(responseCode)
  return { verdict: aboutAddress ? 'no such address' : 'refused', reason }
}

function partsOf(error: unknown) {
  const given = (typeof error === 'object' && error !== null ? error : {}) as Record<string, unknown>
  const text = (key: string) => (typeof given[key] === 'string' ? given[key] : '')
  const responseCode = typeof given.responseCode === 'number' ? given.responseCode : 0
  return { responseCode, command: text('command'), response: text('response'), code: text('code') }
}

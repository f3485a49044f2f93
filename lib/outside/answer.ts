import type { IncomingMessage } from 'node:http'

export type Answer = {
  ok: true
  status: number
  /** Where the redirects led. */
  url: string
  headers: AnswerHeaders
  /** Empty for HEAD and for a status that is no 2xx. */
  body: string
}

type AnswerHeaders = {
  etag: string | null
  lastModified: string | null
  contentType: string | null
  /** 0 to a day: no site stops a source for longer than that with one header. */
  retryAfterSeconds: number | null
}

const DAY_SECONDS = 86_400

export function answerHeaders({ headers }: IncomingMessage): AnswerHeaders {
  return {
    etag: headers.etag ?? null,
    lastModified: headers['last-modified'] ?? null,
    contentType: headers['content-type'] ?? null,
    retryAfterSeconds: retryAfterSeconds(headers['retry-after'], headers.date),
  }
}

/** Seconds, or a date (RFC 9110 §10.2.3) that is measured by the clock of the site that set it. */
export function retryAfterSeconds(value: string | undefined, siteTime: string | undefined): number | null {
  if (value === undefined) return null
  const seconds = /^\d+$/.test(value)
    ? Number(value)
    : (Date.parse(value) - Date.parse(siteTime ?? '')) / 1000
  return Number.isNaN(seconds) ? null : Math.min(Math.max(Math.round(seconds), 0), DAY_SECONDS)
}

/** `text/xml` of `Text/XML; charset=utf-8`. */
export function mediaType(contentType: string | null): string {
  return contentType?.split(';', 1)[0]?.trim().toLowerCase() ?? ''
}

import nodemailer from 'nodemailer'
import { env } from '@/lib/env'

export type Message = {
  messageId: string
  to: string
  subject: string
  text: string
  html: string
  headers: Record<string, string>
}

export type Transport = { send: (message: Message) => Promise<void>; close: () => void }

/** Two connections and ten mails a second: a queue that has grown drains without flooding the relay (RELIABILITY.md B71). */
const pace = { pool: true, maxConnections: 2, maxMessages: 100, rateDelta: 1000, rateLimit: 10 } as const
const limits = {
  connectionTimeout: 10_000,
  greetingTimeout: 10_000,
  dnsTimeout: 10_000,
  socketTimeout: 30_000,
}

export function openTransport(url: string): Transport {
  const mailer = nodemailer.createTransport({ url, ...pace, ...limits })
  return {
    async send({ to, ...message }) {
      await mailer.sendMail({
        ...message,
        from: env().MAIL_FROM,
        to: { name: '', address: to },
        // A template never reads a file or an address of the network.
        disableFileAccess: true,
        disableUrlAccess: true,
      })
    },
    close: () => mailer.close(),
  }
}

let current: Transport | null = null

/** The worker sets it once: the relay of MAIL_URL, or the local catcher in demo mode. Null: mail waits in the outbox. */
export function setTransport(transport: Transport | null): void {
  current = transport
}

export function currentTransport(): Transport | null {
  return current
}

import type { AddressInfo } from 'node:net'
import { sql } from 'drizzle-orm'
import { SMTPServer, type SMTPServerDataStream } from 'smtp-server'
import { db } from '@/db/client'
import { messageIdOf } from './raw'

const MAX_BYTES = 1_000_000

export type Catcher = { url: string; close: () => Promise<void> }

/** Demo mode: a local SMTP server that keeps what it receives, so that the whole way of a mail runs and nothing leaves the machine. */
export async function startCatcher(): Promise<Catcher> {
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    size: MAX_BYTES,
    disableReverseLookup: true,
    // The mailer keeps its connections open; closing does not wait for them.
    closeTimeout: 200,
    logger: false,
    onData(stream, session, callback) {
      const recipients = session.envelope.rcptTo.map(({ address }) => address)
      readAll(stream)
        .then((raw) => keep(recipients, raw))
        .then(() => callback(), callback)
    },
  })
  server.on('error', (error) =>
    console.error(JSON.stringify({ level: 'error', message: `mail catcher: ${error.message}` })),
  )
  const listening = await new Promise<AddressInfo>((resolve, reject) => {
    server.server.once('error', reject)
    server.listen(0, '127.0.0.1', () => resolve(server.server.address() as AddressInfo))
  })
  return {
    url: `smtp://127.0.0.1:${listening.port}?ignoreTLS=true`,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  }
}

async function readAll(stream: SMTPServerDataStream): Promise<string> {
  const chunks: Buffer[] = []
  for await (const chunk of stream) chunks.push(chunk as Buffer)
  if (stream.sizeExceeded) throw Object.assign(new Error('message too large'), { responseCode: 552 })
  return Buffer.concat(chunks).toString('utf8').replaceAll('\0', '')
}

/** A message that comes again under the same Message-ID is the same message, as in any mailbox. */
async function keep(recipients: string[], raw: string): Promise<void> {
  const messageId = messageIdOf(raw)
  await db().execute(sql`
    insert into caught_mail (message_id, recipients, raw)
    select ${messageId}::text, ${sql.param(recipients)}::text[], ${raw}
    where not exists (select 1 from caught_mail where message_id = ${messageId}::text)`)
}

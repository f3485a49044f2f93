import type { AddressInfo } from 'node:net'
import { SMTPServer } from 'smtp-server'

type Answer = 'accept' | { at: 'rcpt' | 'data'; code: number; words: string }

/** For tests: an SMTP server on a free port that answers each mail by the next line of its script, then accepts all. */
export async function scriptedSmtp(script: Answer[] = []) {
  const received: { to: string[]; raw: string }[] = []
  let tries = 0
  let now: Answer = 'accept'
  const refuse = (at: 'rcpt' | 'data') => {
    if (now === 'accept' || now.at !== at) return null
    return Object.assign(new Error(now.words), { responseCode: now.code })
  }
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    disableReverseLookup: true,
    // The mailer keeps its connections open; closing does not wait for them.
    closeTimeout: 200,
    logger: false,
    onMailFrom(_address, _session, callback) {
      now = script[tries] ?? 'accept'
      tries += 1
      callback()
    },
    onRcptTo(_address, _session, callback) {
      callback(refuse('rcpt'))
    },
    onData(stream, session, callback) {
      const chunks: Buffer[] = []
      stream.on('data', (chunk: Buffer) => chunks.push(chunk))
      stream.on('end', () => {
        const error = refuse('data')
        const to = session.envelope.rcptTo.map(({ address }) => address)
        if (!error) received.push({ to, raw: Buffer.concat(chunks).toString('utf8') })
        callback(error)
      })
    },
  })
  server.on('error', () => {})
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', () => resolve()))
  const { port } = server.server.address() as AddressInfo
  return {
    url: `smtp://127.0.0.1:${port}?ignoreTLS=true`,
    received,
    get tries() {
      return tries
    },
    close: () => new Promise<void>((resolve) => server.close(() => resolve())),
  }
}

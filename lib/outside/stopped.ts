export type StopReason = keyof typeof MESSAGES

/** One sentence each, for people. A refused address gets the same one whatever it is: no answer maps the inner network. */
const MESSAGES = {
  address: 'This cannot be fetched: it must be the https address of a public site.',
  unreachable: 'The site could not be reached.',
  timeout: 'The site took too long to answer.',
  'too-large': 'The site sent more than is read from one address.',
  'too-many-redirects': 'The address sends on to other addresses more often than is followed.',
  type: 'The site answered with another kind of document than was asked for.',
  'compressed-too-much': 'The answer of the site is compressed too much to be unpacked.',
  malformed: 'The answer of the site could not be read.',
}

/** Why nothing came of a fetch. Thrown inside this room only: `fetchOutside` answers with it. */
export class Stopped extends Error {
  override name = 'Stopped'
  constructor(readonly reason: StopReason) {
    super(MESSAGES[reason])
  }
}

/** What a connection, its HTTP or its unpacking broke with, as a reason. Throws on what is none of these: a bug. */
export function stoppedBy(error: unknown): Stopped {
  if (error instanceof Stopped) return error
  const code = error instanceof Error && !(error instanceof TypeError) && 'code' in error ? error.code : null
  if (typeof code !== 'string') throw error
  if (code === 'HPE_HEADER_OVERFLOW') return new Stopped('too-large')
  // `Z_` of zlib, `HPE_` of the HTTP parser, `ERR__` and `ERR_BROTLI_` of brotli.
  return new Stopped(/^(Z_|HPE_|ERR__|ERR_BROTLI_)/.test(code) ? 'malformed' : 'unreachable')
}

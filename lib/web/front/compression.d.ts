/** The types on the registry want Express; it takes the requests of node:http as they are. */
declare module 'compression' {
  import type { IncomingMessage, ServerResponse } from 'node:http'
  import type { BrotliOptions } from 'node:zlib'

  type Middleware = (request: IncomingMessage, response: ServerResponse, next: () => void) => void
  export default function compression(options: { brotli: BrotliOptions }): Middleware
}

import { createServer, type IncomingMessage, type RequestListener } from 'node:http'
import { type AddressInfo, createServer as createListener, type Server, type Socket } from 'node:net'
import { onTestFinished } from 'vitest'

export type Site = {
  origin: string
  /** What `allowed` lists. */
  host: string
  port: number
  requests: IncomingMessage[]
  /** Connections, whether or not anything was asked over them. */
  hits: () => number
  /** Settles once all connections are closed. */
  quiet: () => Promise<void>
}

/** An HTTP site on this machine for the length of one test. */
export async function site(answer: RequestListener): Promise<Site> {
  const requests: IncomingMessage[] = []
  const server = createServer((request, response) => {
    requests.push(request)
    response.on('error', () => {})
    answer(request, response)
  })
  return { ...(await listening(server)), requests }
}

/** A site that speaks byte by byte, to say what node:http would not. */
export async function rawSite(speak: (socket: Socket, heard: Buffer) => void): Promise<Site> {
  const server = createListener((socket) => {
    socket.on('error', () => {})
    socket.on('data', (heard: Buffer) => speak(socket, heard))
  })
  return { ...(await listening(server)), requests: [] }
}

async function listening(server: Server): Promise<Omit<Site, 'requests'>> {
  const sockets = new Set<Socket>()
  let hits = 0
  server.on('connection', (socket: Socket) => {
    hits++
    sockets.add(socket)
    socket.on('close', () => sockets.delete(socket))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(async () => {
    for (const socket of sockets) socket.destroy()
    await new Promise((resolve) => server.close(resolve))
  })
  const { port } = server.address() as AddressInfo
  const host = `127.0.0.1:${port}`
  async function quiet() {
    await Promise.all([...sockets].map((socket) => new Promise((resolve) => socket.on('close', resolve))))
  }
  return { origin: `http://${host}`, host, port, hits: () => hits, quiet }
}

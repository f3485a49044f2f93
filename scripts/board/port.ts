import { once } from 'node:events'
import { createServer } from 'node:net'
import { CannotStart } from '@/db/embedded'

export { anyFree } from '@/db/embedded/launch'

const TRIES = 50

/** Both loopback addresses count: a browser that asks for localhost may meet either. */
const LOOPBACK = ['127.0.0.1', '::1']

export async function isFree(port: number, host: string): Promise<boolean> {
  const hosts = host === 'localhost' ? LOOPBACK : [host, ...LOOPBACK]
  for (const each of new Set(hosts)) {
    if (!(await canListen(port, each))) return false
  }
  return true
}

async function canListen(port: number, host: string): Promise<boolean> {
  const probe = createServer()
  try {
    probe.listen({ port, host, exclusive: true })
    await once(probe, 'listening')
    return true
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    if (code === 'EACCES')
      throw new CannotStart(`Port ${port} may be taken by root only: set PORT to one above 1023.`)
    // A machine without IPv6 has no ::1 to take.
    return code === 'EADDRNOTAVAIL' || code === 'EAFNOSUPPORT'
  } finally {
    probe.close()
  }
}

export async function nextFree(wanted: number, host: string, free = isFree): Promise<number> {
  for (let port = wanted; port < Math.min(wanted + TRIES, 65_536); port++) {
    if (await free(port, host)) return port
  }
  throw new CannotStart(`Ports ${wanted} to ${wanted + TRIES - 1} are all taken: set PORT to a free one.`)
}

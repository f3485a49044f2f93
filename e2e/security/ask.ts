import net from 'node:net'

export type Told = { status: number; headers: Record<string, string>; body: string; ended: boolean }

/** Writes bytes as they are, and reads until the server closes or `withinMs` has passed. */
export function sendRaw(baseURL: string, bytes: string | Buffer, withinMs = 5000): Promise<Told> {
  const { hostname, port } = new URL(baseURL)
  return new Promise((resolve, reject) => {
    const socket = net.connect({ host: hostname.replace(/^\[|\]$/g, ''), port: Number(port) })
    let said = ''
    const finish = (ended: boolean) => {
      clearTimeout(late)
      socket.destroy()
      resolve({ ...parse(said), ended })
    }
    const late = setTimeout(finish, withinMs, false)
    socket.setEncoding('latin1')
    socket.on('connect', () => socket.write(bytes))
    socket.on('data', (chunk) => {
      said += chunk
    })
    socket.on('close', () => finish(true))
    socket.on('error', (error: NodeJS.ErrnoException) =>
      error.code === 'ECONNREFUSED' ? reject(error) : finish(true),
    )
  })
}

function parse(said: string): Omit<Told, 'ended'> {
  const [head = '', ...rest] = said.split('\r\n\r\n')
  const [line = '', ...fields] = head.split('\r\n')
  const headers = Object.fromEntries(
    fields.map((field) => [
      field.slice(0, field.indexOf(':')).toLowerCase(),
      field.slice(field.indexOf(':') + 1).trim(),
    ]),
  )
  return { status: Number(line.split(' ')[1] ?? 0), headers, body: rest.join('\r\n\r\n') }
}

let network = 0
const run = Math.floor(Math.random() * 0xffff).toString(16)

/** An address that no other test asks from: the test board trusts this machine as it would trust nginx. */
export function ownAddress(): string {
  network += 1
  return `2001:db8:${run}:${network.toString(16)}::1`
}

type Form = Record<string, string>

/** Sends a form as a browser on this site would, and follows nothing. */
export function post(
  baseURL: string,
  path: string,
  fields: Form,
  headers: Record<string, string> = {},
): Promise<Response> {
  return fetch(new URL(path, baseURL), {
    method: 'POST',
    redirect: 'manual',
    headers: {
      origin: new URL(baseURL).origin,
      accept: 'text/html',
      'x-forwarded-for': ownAddress(),
      'content-type': 'application/x-www-form-urlencoded',
      ...headers,
    },
    body: new URLSearchParams(fields).toString(),
  })
}

export function postJson(
  baseURL: string,
  path: string,
  body: unknown,
  headers: Record<string, string> = {},
): Promise<Response> {
  return fetch(new URL(path, baseURL), {
    method: 'POST',
    redirect: 'manual',
    headers: {
      origin: new URL(baseURL).origin,
      'x-forwarded-for': ownAddress(),
      'content-type': 'application/json',
      ...headers,
    },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  })
}

/** The cookies of an answer as a browser would send them back. */
export function cookiesOf(response: Response): string {
  return response.headers
    .getSetCookie()
    .map((line) => line.split(';')[0] ?? '')
    .filter((pair) => !pair.endsWith('='))
    .join('; ')
}

export async function demoCookie(baseURL: string, person: 'employer' | 'candidate'): Promise<string> {
  const response = await post(baseURL, '/api/demo/sign-in', { person })
  const session = response.headers.getSetCookie().find((line) => line.includes('session='))
  if (!session) throw new Error(`no session for the demo ${person}: ${response.status}`)
  return session.split(';')[0] ?? ''
}

/** Waits for the mail to an address in the board's own catcher, and answers its text. */
export async function caughtMail(baseURL: string, address: string): Promise<string> {
  for (let tries = 0; tries < 60; tries++) {
    const list = await (await fetch(new URL('/demo/mail', baseURL))).text()
    for (const id of new Set(
      [...list.matchAll(/\/demo\/mail\/(\d+)/g)].map((match) => match[1]).slice(0, 10),
    )) {
      const mail = await (await fetch(new URL(`/demo/mail/${id}`, baseURL))).text()
      if (mail.includes(address)) return mail
    }
    await new Promise((resolve) => setTimeout(resolve, 250))
  }
  throw new Error(`no mail to ${address} was caught`)
}

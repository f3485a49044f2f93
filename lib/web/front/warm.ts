import { get } from 'node:http'

/** One page of each kind that reads much the first time: names of roles and places, the texts of guides. */
const PAGES = ['/jobs', '/guides', '/glossary']

type Server = { host: string; port: number; baseUrl: string }

/** Asks for them as a visitor would, one after another, so that the first visitor need not wait. What goes wrong is for visitors to find. */
export async function warmUp(server: Server): Promise<void> {
  for (const path of PAGES) await ask(server, path)
}

function ask({ host, port, baseUrl }: Server, path: string): Promise<void> {
  const isAnywhere = host === '0.0.0.0' || host === '::'
  return new Promise((resolve) => {
    get(
      {
        host: isAnywhere ? 'localhost' : host,
        port,
        path,
        headers: { host: new URL(baseUrl).host, accept: 'text/html' },
      },
      (answer) => answer.resume().on('close', resolve),
    ).on('error', () => resolve())
  })
}

import { get } from 'node:http'

/** One page of each kind that reads much the first time: names of roles and places, the texts of guides. */
const PAGES = ['/jobs', '/guides', '/glossary']
/** On `/guides`, the first of them. */
const A_GUIDE = /href="(\/guides\/[a-z0-9-]+)"/

type Server = { host: string; port: number; baseUrl: string }

/**
 * Asks for them as a visitor would, one after another, before anybody is let in: what is read the first time keeps this process busy for
 * seconds, and whoever waits for the database meanwhile waits in vain. What goes wrong is for visitors to find.
 */
export async function warmUp(server: Server): Promise<void> {
  for (const path of PAGES) {
    const guide = A_GUIDE.exec(await ask(server, path))?.[1]
    if (guide) await ask(server, guide)
  }
}

function ask({ host, port, baseUrl }: Server, path: string): Promise<string> {
  const isAnywhere = host === '0.0.0.0' || host === '::'
  const headers = { host: new URL(baseUrl).host, accept: 'text/html' }
  return new Promise((resolve) => {
    get({ host: isAnywhere ? 'localhost' : host, port, path, headers }, (answer) => {
      let body = ''
      answer.setEncoding('utf8')
      answer.on('data', (piece) => {
        body += piece
      })
      answer.on('close', () => resolve(body))
    }).on('error', () => resolve(''))
  })
}

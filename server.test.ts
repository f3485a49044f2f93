import { spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'

const root = fileURLToPath(new URL('.', import.meta.url))
const sound = {
  DATABASE_URL: 'postgres://a:b@127.0.0.1:9/c',
  WAYPOST_SECRET: 'only-for-tests-0123456789abcdefghijklmnop',
}

function start(env: Record<string, string>): Promise<{ code: number | null; said: string }> {
  const { PATH, HOME } = process.env
  const child = spawn(process.execPath, ['--import', 'tsx', 'server.ts'], {
    cwd: root,
    env: { PATH, HOME, NODE_ENV: 'production', PORT: '0', ...env } as NodeJS.ProcessEnv,
  })
  let said = ''
  child.stderr.on('data', (chunk) => {
    said += chunk
  })
  return new Promise((resolve) => child.on('close', (code) => resolve({ code, said: said.trim() })))
}

/** RELIABILITY.md B12: a board that is set up wrongly does not start, and says why in one line. */
test.each([
  ['no secret', { DATABASE_URL: sound.DATABASE_URL }, /WAYPOST_SECRET/],
  ['a short secret', { ...sound, WAYPOST_SECRET: 'short' }, /WAYPOST_SECRET/],
  ['no database', { WAYPOST_SECRET: sound.WAYPOST_SECRET }, /DATABASE_URL/],
  ['a database that does not answer', sound, /database does not answer/],
  ['a proxy that is no address', { ...sound, TRUSTED_PROXIES: 'nginx' }, /TRUSTED_PROXIES/],
])(
  'with %s the server does not start',
  async (_, env, reason) => {
    const { code, said } = await start(env)
    expect(code).toBe(1)
    expect(said).toMatch(reason)
    expect(said.split('\n')).toHaveLength(1)
    expect(said).not.toContain(sound.WAYPOST_SECRET)
  },
  30_000,
)

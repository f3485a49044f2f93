// Runs PostgreSQL for as long as standard input stays open. When the program that started it ends in whatever way, even
// killed, the pipe closes and PostgreSQL is shut down cleanly. Plain JavaScript: it must start in milliseconds.
import { spawn, spawnSync } from 'node:child_process'
import { rmSync } from 'node:fs'

const { postgres, args, account, dir, pgCtl, temporary } = JSON.parse(process.argv[2])
const IMMEDIATE_AFTER_MS = 20_000

const server = spawn(postgres, args, {
  ...account,
  cwd: dir,
  stdio: ['ignore', 'inherit', 'inherit'],
  windowsHide: true,
})
server.on('error', (error) => {
  console.error(error.message)
  process.exit(1)
})
server.on('exit', (code) => {
  if (temporary) rmSync(temporary, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 })
  process.exit(code ?? 1)
})

let stopping = false
function stop() {
  if (stopping) return
  stopping = true
  if (process.platform === 'win32') {
    spawnSync(pgCtl, ['stop', '-D', dir, '-m', 'fast'], { stdio: 'ignore', windowsHide: true })
    return
  }
  server.kill('SIGINT')
  // An immediate shutdown is safe too: the next start replays the log.
  setTimeout(() => server.kill('SIGQUIT'), IMMEDIATE_AFTER_MS).unref()
}

process.stdin.on('end', stop).on('error', stop).resume()
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, stop)

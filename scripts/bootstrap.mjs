// `node scripts/bootstrap.mjs COMMAND …`: brings the packages up to date with the lockfile, then runs scripts/COMMAND.ts.
// Nothing is installed yet when this runs, and Node may be an old one: plain JavaScript, Node's own modules only.
import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'

const ROOT = path.join(path.dirname(fileURLToPath(import.meta.url)), '..')
const NODE_FLOOR = [20, 19]
const PLATFORM = `${process.platform}-${process.arch}`
const STAMP = path.join(ROOT, 'node_modules', '.waypost-stamp')
const TICK_MS = process.stdout.isTTY ? 1000 : 10_000

function refuse(line) {
  console.error(line)
  process.exit(1)
}

function requireNode() {
  const [major, minor] = process.versions.node.split('.').map(Number)
  if (major > NODE_FLOOR[0] || (major === NODE_FLOOR[0] && minor >= NODE_FLOOR[1])) return
  refuse(
    `Waypost needs Node ${NODE_FLOOR.join('.')} or newer; this is ${process.versions.node}. See https://nodejs.org.`,
  )
}

/** Installed by us for this lockfile and platform, or by hand with the same result. */
function isInstalled() {
  const stamp = stampText()
  const known = textOf(STAMP)
  if (known === stamp) return true
  if (known !== null && !known.startsWith(PLATFORM)) return false
  if (!matchesLockfile()) return false
  writeFileSync(STAMP, stamp)
  return true
}

function stampText() {
  const lock = readFileSync(path.join(ROOT, 'package-lock.json'))
  return `${PLATFORM} ${createHash('sha256').update(lock).digest('hex')}\n`
}

/** npm writes what it installed into a hidden lockfile, last of all. Optional packages of other platforms are not in it. */
function matchesLockfile() {
  const hidden = textOf(path.join(ROOT, 'node_modules', '.package-lock.json'))
  if (hidden === null) return false
  const installed = JSON.parse(hidden).packages
  const wanted = JSON.parse(readFileSync(path.join(ROOT, 'package-lock.json'), 'utf8')).packages
  return Object.keys(wanted).every((place) => {
    if (place === '') return true
    const found = installed[place]
    return found ? found.version === wanted[place].version : wanted[place].optional === true
  })
}

function textOf(file) {
  return existsSync(file) ? readFileSync(file, 'utf8') : null
}

async function install() {
  const release = await takeTurn()
  try {
    if (isInstalled()) return
    await runNpm()
    writeFileSync(STAMP, stampText())
  } finally {
    release()
  }
}

/** `npm start` and `npm test` may be called at once in a fresh clone: the second waits for the first. */
async function takeTurn() {
  const id = createHash('sha256').update(ROOT).digest('hex').slice(0, 12)
  const turn = path.join(os.tmpdir(), `waypost-install-${id}`)
  for (let told = false; ; told = true) {
    try {
      mkdirSync(turn)
      writeFileSync(path.join(turn, 'pid'), String(process.pid))
      return () => rmSync(turn, { recursive: true, force: true })
    } catch (error) {
      if (error.code !== 'EEXIST') throw error
    }
    if (isLeftBehind(turn)) rmSync(turn, { recursive: true, force: true })
    else if (!told) console.log('Another command is installing the packages; waiting for it …')
    await new Promise((resolve) => setTimeout(resolve, 500))
  }
}

/** Its owner has died, or died before it could write its number. */
function isLeftBehind(turn) {
  const pid = Number(textOf(path.join(turn, 'pid')))
  if (pid > 0) return !isAlive(pid)
  const madeAt = statSync(turn, { throwIfNoEntry: false })?.mtimeMs
  return madeAt !== undefined && Date.now() - madeAt > 10_000
}

function isAlive(pid) {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return error.code === 'EPERM'
  }
}

function runNpm() {
  const started = Date.now()
  const seconds = () => `${Math.round((Date.now() - started) / 1000)} s`
  const say = (end) =>
    process.stdout.write(`${process.stdout.isTTY ? '\r' : ''}Installing packages … ${seconds()}${end}`)
  const npm = npmCommand()
  const child = spawn(npm.file, [...npm.args, 'ci', '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd: ROOT,
    shell: npm.shell,
    // Developer tools build and test the board, so they are always wanted here.
    env: {
      ...process.env,
      NODE_ENV: '',
      npm_config_omit: '',
      npm_config_include: 'dev',
      npm_config_progress: 'false',
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let said = ''
  const keep = (chunk) => {
    said = (said + chunk).slice(-4000)
  }
  child.stdout.on('data', keep)
  child.stderr.on('data', keep)
  say(process.stdout.isTTY ? '' : '\n')
  const ticking = setInterval(() => say(process.stdout.isTTY ? '' : '\n'), TICK_MS)
  return new Promise((resolve, reject) => {
    child.on('error', reject)
    child.on('exit', (code) => {
      clearInterval(ticking)
      say('\n')
      if (code === 0) return resolve()
      console.error(said.trim())
      reject(new Error(`npm ci failed (see above). Is the package registry reachable from here?`))
    })
  })
}

function npmCommand() {
  const cli = process.env.npm_execpath
  if (cli?.endsWith('.js')) return { file: process.execPath, args: [cli], shell: false }
  return { file: 'npm', args: [], shell: process.platform === 'win32' }
}

requireNode()
const command = process.argv[2] ?? ''
const script = path.join(ROOT, 'scripts', `${command}.ts`)
if (!/^[a-z][a-z-]*$/.test(command) || !existsSync(script)) refuse(`There is no command "${command}".`)
try {
  if (!isInstalled()) await install()
} catch (error) {
  refuse(error.message)
}
process.chdir(ROOT)
// In this process, not in a child: signals and the exit code need no forwarding.
process.argv.splice(1, 2, script)
const { register } = await import('tsx/esm/api')
register()
await import(pathToFileURL(script).href)

import { spawn, spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import path from 'node:path'
import { chromium } from '@playwright/test'
import { step } from '../board/progress'
import { ROOT } from '../board/root'

const SYSTEM_PATHS = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe',
]
const INSTALL_WITHIN_MS = 300_000

export const NO_BROWSER =
  'No browser: install Chromium or Google Chrome, or set CHROMIUM_PATH to one (tried Playwright and apt as well).'

/** A Chromium that starts: named, the system's, Playwright's own, or installed now. Null where none can be had. */
export async function findBrowser(): Promise<string | null> {
  const named = process.env.CHROMIUM_PATH
  if (named) return works(named) ? named : null
  return [...SYSTEM_PATHS, chromium.executablePath()].find(works) ?? (await install())
}

/** Running it shows missing system libraries too. Windows opens a window for --version, so there the file must do. */
function works(file: string): boolean {
  if (!existsSync(file)) return false
  if (process.platform === 'win32') return true
  return spawnSync(file, ['--version', '--no-sandbox'], { stdio: 'ignore', timeout: 20_000 }).status === 0
}

async function install(): Promise<string | null> {
  return step('Installing a browser', async (say) => {
    const playwright = path.join(ROOT, 'node_modules/@playwright/test/cli.js')
    say('from Playwright')
    await attempt(process.execPath, [playwright, 'install', 'chromium'])
    if (works(chromium.executablePath())) return chromium.executablePath()
    if (process.platform !== 'linux' || process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get'))
      return null
    say('with apt')
    await attempt('apt-get', ['update'])
    await attempt('apt-get', ['install', '-y', '--no-install-recommends', 'chromium'])
    return [...SYSTEM_PATHS, chromium.executablePath()].find(works) ?? null
  })
}

function attempt(file: string, args: string[]): Promise<void> {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  const child = spawn(file, args, { env, stdio: 'ignore', timeout: INSTALL_WITHIN_MS })
  return new Promise((resolve) => {
    child.on('error', () => resolve())
    child.on('exit', () => resolve())
  })
}

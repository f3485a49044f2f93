import { spawn } from 'node:child_process'
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { build as bundle } from 'esbuild'
import { CannotStart } from '@/db/embedded'
import { step } from './progress'
import { ROOT } from './root'
import { sourceStamp } from './sources'
import { whenStopping } from './stopping'

/** A production build: Next's folder and the bundles that belong to it. */
export type Build = { distDir: string; web: string; worker: string }

export function buildAt(distDir: string): Build {
  const dir = distDir === '.next' ? 'dist' : path.join('dist', distDir.replace(/^\.next-?/, ''))
  return { distDir, web: path.join(dir, 'server.js'), worker: path.join(dir, 'worker.js') }
}

export function isCurrent(built: Build, stamp = sourceStamp(ROOT)): boolean {
  const kept = stampFile(built)
  return existsSync(kept) && readFileSync(kept, 'utf8') === stamp && existsSync(path.join(ROOT, built.worker))
}

/** Builds when a source has changed since the last time. */
export async function ensureBuild(built: Build): Promise<void> {
  const stamp = sourceStamp(ROOT)
  if (isCurrent(built, stamp)) return
  await step('Building the pages', async () => {
    rmSync(stampFile(built), { force: true })
    await nextBuild(built.distDir)
    await bundles(built)
    writeFileSync(stampFile(built), stamp)
  })
}

function stampFile(built: Build): string {
  return path.join(ROOT, built.distDir, 'waypost-stamp')
}

/** Next writes the folder of this build into tsconfig.json: put back, so that a test run leaves the checkout as it was. */
function keepingTsconfig(): () => void {
  const file = path.join(ROOT, 'tsconfig.json')
  const before = readFileSync(file, 'utf8')
  return () => {
    if (readFileSync(file, 'utf8') !== before) writeFileSync(file, before)
  }
}

async function nextBuild(distDir: string): Promise<void> {
  const restoreTsconfig = keepingTsconfig()
  const child = spawn(process.execPath, [path.join(ROOT, 'node_modules/next/dist/bin/next'), 'build'], {
    cwd: ROOT,
    env: { ...process.env, NODE_ENV: 'production', WAYPOST_DIST_DIR: distDir, NEXT_TELEMETRY_DISABLED: '1' },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  whenStopping(() => {
    child.kill()
    restoreTsconfig()
  })
  let said = ''
  for (const output of [child.stdout, child.stderr]) {
    output.on('data', (chunk) => {
      said += chunk
    })
  }
  const code = await new Promise<number | null>((resolve) => child.on('close', resolve))
  restoreTsconfig()
  if (code === 0) return
  console.error(said.trim())
  throw new CannotStart('The pages could not be built (see above).')
}

async function bundles(built: Build): Promise<void> {
  const outputs = [
    { entry: 'server.ts', to: built.web },
    { entry: 'worker.ts', to: built.worker },
  ]
  for (const { entry, to } of outputs) {
    await bundle({
      absWorkingDir: ROOT,
      entryPoints: [entry],
      outfile: to,
      bundle: true,
      platform: 'node',
      format: 'esm',
      target: 'node20',
      packages: 'external',
      alias: { '@': '.' },
      sourcemap: true,
      logLevel: 'error',
    })
  }
}

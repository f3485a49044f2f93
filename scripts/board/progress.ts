import { CannotStart } from '@/db/embedded'

const SHOWN_AFTER_MS = 800
const TICK_MS = process.stdout.isTTY ? 200 : 10_000

/** Does the work and shows on one line, on a terminal ticking, what is going on and how long it takes. */
export async function step<T>(name: string, work: (say: (detail: string) => void) => Promise<T>): Promise<T> {
  const started = performance.now()
  const line = new ProgressLine()
  let detail = ''
  const show = () =>
    line.show(`  ${name}${detail && ` – ${detail}`} … ${seconds(performance.now() - started)}`)
  let ticking: NodeJS.Timeout | undefined
  const first = setTimeout(() => {
    show()
    ticking = setInterval(show, TICK_MS)
  }, SHOWN_AFTER_MS)
  try {
    const result = await work((next) => {
      detail = next
    })
    line.end(`✓ ${name} (${seconds(performance.now() - started)})`)
    return result
  } catch (error) {
    if (error instanceof CannotStart) line.clear()
    else line.end(`✗ ${name} (${seconds(performance.now() - started)})`)
    throw error
  } finally {
    clearTimeout(first)
    clearInterval(ticking)
  }
}

class ProgressLine {
  private isOpen = false

  show(text: string): void {
    if (!process.stdout.isTTY) return void console.log(text)
    this.isOpen = true
    process.stdout.write(`\r\x1b[2K${text.slice(0, (process.stdout.columns ?? 80) - 1)}`)
  }

  clear(): void {
    if (this.isOpen) process.stdout.write('\r\x1b[2K')
  }

  end(text: string): void {
    this.clear()
    console.log(text)
  }
}

export function seconds(ms: number): string {
  return ms < 60_000
    ? `${(ms / 1000).toFixed(1)} s`
    : `${Math.floor(ms / 60_000)} min ${Math.round((ms % 60_000) / 1000)} s`
}

import { existsSync, statSync } from 'node:fs'
import path from 'node:path'
import { CannotStart } from '@/db/embedded'
import type { Adapter } from '@/lib/imports/adapter'
import { adapterNamed, adapters } from '@/lib/imports/adapters'

/** What is read in: a board that its source answers for, or a file that holds an answer. */
export type Target = {
  adapter: Adapter
  board: string
  file: string | null
  /** Whether somebody named the board that a file is an answer of. */
  isNamed: boolean
}

/** `named` is a board's word, an address, or a file; a file stands for the board in `as`, or for one of its own name. */
export function targetOf(
  adapterName: string | undefined,
  named: string | undefined,
  as: string | undefined,
): Target {
  const adapter = adapterNamed(adapterName ?? '')
  if (!adapter || !named) {
    const names = adapters.map((one) => one.name).join(', ')
    throw new CannotStart(
      `${adapterName && !adapter ? `There is no adapter "${adapterName}". ` : ''}Usage: npm run import -- <adapter> <board | url | file> [--dry-run] [--as BOARD] [--company NAME] [--columns "title=Job title;url=Link"]\nAdapters: ${names}`,
    )
  }
  if (existsSync(named) && statSync(named).isFile()) {
    const board = as ? boardOf(adapter, as) : path.basename(named)
    return { adapter, board, file: named, isNamed: as !== undefined }
  }
  return { adapter, board: boardOf(adapter, named), file: null, isNamed: true }
}

function boardOf(adapter: Adapter, named: string): string {
  const board = adapter.boardOf(named)
  if (!board)
    throw new CannotStart(
      `"${named}" names no board of ${adapter.label} (such as ${adapter.example}), and no file.`,
    )
  return board
}

import { exemptHosts } from '@/lib/outside/url'
import type { Adapter } from './adapter'
import { adapterNamed, adapters } from './adapters'

/** Kinds whose board is any address: what stands behind it, only a person can say. */
const feeds = new Set(['rss', 'json-feed', 'indeed-xml', 'job-posting', 'csv'])

export type Detected = { adapter: Adapter; board: string }

/** The board that a person means: by the kind they chose, or by the address alone where its host tells the kind. */
export function detectBoard(typed: string, kind: string): Detected | 'which-kind' | 'no-board' {
  const chosen = adapterNamed(kind)
  if (chosen) {
    const board = chosen.boardOf(typed) ?? (feeds.has(chosen.name) ? exemptAddress(typed) : null)
    return board ? { adapter: chosen, board } : 'no-board'
  }
  if (!/[./]/.test(typed.trim())) return 'which-kind'
  for (const adapter of adapters) {
    const board = feeds.has(adapter.name) ? null : adapter.boardOf(typed)
    if (board && board !== typed.trim()) return { adapter, board }
  }
  return 'which-kind'
}

/** An address inside the operator's own network, which they named: the only one that need not be https. */
function exemptAddress(typed: string): string | null {
  if (!URL.canParse(typed)) return null
  const url = new URL(typed)
  url.hash = ''
  return exemptHosts().includes(url.host) ? url.href : null
}

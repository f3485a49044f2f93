import type { Adapter } from '../adapter'
import { greenhouse } from './greenhouse'

/** Every kind of source. A new one is a file of its own and a line here. */
export const adapters: readonly Adapter[] = [greenhouse]

export function adapterNamed(name: string): Adapter | null {
  return adapters.find((adapter) => adapter.name === name) ?? null
}

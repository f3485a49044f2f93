import type { Adapter } from '../adapter'
import { ashby } from './ashby'
import { greenhouse } from './greenhouse'
import { lever } from './lever'
import { recruitee } from './recruitee'
import { workable } from './workable'

/** Every kind of source. A new one is a file of its own and a line here. */
export const adapters: readonly Adapter[] = [ashby, greenhouse, lever, recruitee, workable]

export function adapterNamed(name: string): Adapter | null {
  return adapters.find((adapter) => adapter.name === name) ?? null
}

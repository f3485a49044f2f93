import type { Adapter } from '../adapter'
import { ashby } from './ashby'
import { csv } from './csv'
import { greenhouse } from './greenhouse'
import { himalayas } from './himalayas'
import { indeedXml } from './indeed-xml'
import { jobPosting } from './job-posting'
import { jsonFeed } from './json-feed'
import { lever } from './lever'
import { personio } from './personio'
import { recruitee } from './recruitee'
import { remotive } from './remotive'
import { rss } from './rss'
import { smartrecruiters } from './smartrecruiters'
import { teamtailor } from './teamtailor'
import { workable } from './workable'
import { workday } from './workday'

/** Every kind of source. A new one is a file of its own and a line here. */
export const adapters: readonly Adapter[] = [
  ashby,
  csv,
  greenhouse,
  himalayas,
  indeedXml,
  jobPosting,
  jsonFeed,
  lever,
  personio,
  recruitee,
  remotive,
  rss,
  smartrecruiters,
  teamtailor,
  workable,
  workday,
]

export function adapterNamed(name: string): Adapter | null {
  return adapters.find((adapter) => adapter.name === name) ?? null
}

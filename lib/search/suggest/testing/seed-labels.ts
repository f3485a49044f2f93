import path from 'node:path'
import { readJson, seedFolder } from '@/db/seed/files'
import { readTaxonomyRows } from '@/db/seed/taxonomy-rows'
import type { Random } from '@/lib/jobs/testing/random'
import type { Label } from '../label'
import { withOwnAliases } from '../read-labels'

/** The labels that the board ships with, with numbers of jobs made up: each has some, few have many. */
export function seedLabels(random: Random): Label[] {
  const rows = readTaxonomyRows()
  const aliasesOf = (aliases: readonly { alias: string; id: number }[]) => {
    const byId = new Map<number, string[]>()
    for (const { alias, id } of aliases) byId.set(id, [...(byId.get(id) ?? []), alias])
    return (id: number) => byId.get(id) ?? []
  }
  const ofRole = aliasesOf(rows.roleAliases.map(({ alias, roleId }) => ({ alias, id: roleId })))
  const ofSkill = aliasesOf(rows.skillAliases.map(({ alias, skillId }) => ({ alias, id: skillId })))
  const ofPlace = aliasesOf(rows.placeAliases.map(({ alias, placeId }) => ({ alias, id: placeId })))
  const plainLabel = (kind: Label['kind'], slug: string, label: string, aliases: string[] = []): Label => ({
    kind,
    slug,
    label,
    detail: kind,
    jobs: Math.ceil(random() ** 8 * 1000),
    population: 0,
    aliases,
    codes: [],
  })
  const companies = readJson<{ slug: string; name: string }[]>(path.join(seedFolder, 'companies.json'))
  return [
    ...rows.roles.map(({ id, slug, name }) => withOwnAliases(plainLabel('role', slug, name, ofRole(id)))),
    ...rows.skills.map(({ id, slug, name }) => plainLabel('skill', slug, name, ofSkill(id))),
    ...companies.map(({ slug, name }) => plainLabel('company', slug, name)),
    ...rows.places.map(({ id, kind, slug, name, population }) => ({
      ...plainLabel(kind === 'city' ? 'place' : kind, slug, name),
      aliases: ofPlace(id).filter((alias) => !isCode(alias)),
      codes: ofPlace(id).filter(isCode),
      population,
    })),
  ]
}

function isCode(alias: string): boolean {
  return /^[A-Z]{2,3}$/.test(alias)
}

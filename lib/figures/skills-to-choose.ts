import { type SkillKind, skillKinds } from '@/db/values'
import { sharesBy } from './asked'
import { figuresOf } from './queries'

const KINDS = 3
const SKILLS = 5

export type SkillsOfKind = { kind: SkillKind; skills: { slug: string; name: string }[] }

/**
 * By which kinds of skills the openings of these roles differ most, and the skills of each that most of them name: a backend developer chooses by
 * language, database and cloud, whoever runs machines by tools. Of several roles the shares are added.
 */
export async function skillsToChoose(roles: readonly string[]): Promise<SkillsOfKind[]> {
  const known = await figuresOf(roles)
  const shares = new Map<string, { slug: string; name: string; kind: string | null; share: number }>()
  for (const role of roles) {
    const found = known.find(sharesBy('skill', role))
    for (const { slug, name, kind, openings } of found?.value.entries ?? []) {
      const share = (shares.get(slug)?.share ?? 0) + openings / (found?.openings ?? 1)
      shares.set(slug, { slug, name, kind, share })
    }
  }
  return skillKinds
    .map((kind) => {
      const most = [...shares.values()]
        .filter((one) => one.kind === kind)
        .sort((a, b) => b.share - a.share)
        .slice(0, SKILLS)
      return {
        kind,
        skills: most.map(({ slug, name }) => ({ slug, name })),
        share: most.reduce((sum, one) => sum + one.share, 0),
      }
    })
    .filter(({ skills }) => skills.length > 1)
    .sort((a, b) => b.share - a.share)
    .slice(0, KINDS)
    .map(({ kind, skills }) => ({ kind, skills }))
}

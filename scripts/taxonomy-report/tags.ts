import type { EmploymentType } from '@/db/values'
import type { Taxonomy } from '@/lib/taxonomy/build'
import { resolveEmploymentType } from '@/lib/taxonomy/employment'
import { type LocationTags, type PlaceTag, resolveLocation } from '@/lib/taxonomy/locations'
import { readSkills, resolveSkills } from '@/lib/taxonomy/skills'
import { resolveTitle, type TitleTags } from '@/lib/taxonomy/titles'
import type { ReportJob } from './read-jobs'

export type Tagged = {
  job: ReportJob
  tags: TitleTags & { location: LocationTags; employmentType: EmploymentType | null; skills: string[] }
}

export function tagged(taxonomy: Taxonomy, job: ReportJob): Tagged {
  const { workplaceType, addresses } = job
  const inText = readSkills(taxonomy, job.text ?? '').map(({ slug }) => slug)
  const skills = [...resolveSkills(taxonomy, job.skills ?? []), ...inText]
  const tags = {
    ...resolveTitle(taxonomy, job.title),
    location: resolveLocation(taxonomy, job.locations, {
      ...(workplaceType && { workplaceType }),
      ...(addresses && { addresses }),
    }),
    employmentType: resolveEmploymentType(taxonomy, job.employmentType),
    skills: [...new Set(skills)],
  }
  return { job, tags }
}

/** "munich-de < bavaria-de < de" */
export function placeWords(taxonomy: Taxonomy, { cityId, regionId, countryId }: PlaceTag): string {
  const slugs = [cityId, regionId, countryId].flatMap((id) =>
    id ? (taxonomy.placeById.get(id)?.slug ?? []) : [],
  )
  return slugs.join(' < ')
}

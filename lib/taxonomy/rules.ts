import employmentTypes from '@/content/taxonomy/employment-types.json'
import locationWords from '@/content/taxonomy/location-words.json'
import groups from '@/content/taxonomy/regions-groups.json'
import seniority from '@/content/taxonomy/seniority.json'
import skillContexts from '@/content/taxonomy/skills-in-context.json'
import titles from '@/content/taxonomy/title-rules.json'
import type { TaxonomyRules } from './types'

/** How text is read; the entries it is read into are rows of the database. A board of another trade edits the files. */
export const taxonomyRules: TaxonomyRules = {
  titles: titles as TaxonomyRules['titles'],
  seniority: seniority as TaxonomyRules['seniority'],
  locationWords,
  groups,
  employmentTypes,
  skillContexts: skillContexts as TaxonomyRules['skillContexts'],
}

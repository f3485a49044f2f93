import type { Section } from '@/lib/guides/input'
import type { AnyPage } from '@/lib/guides/pages'

export const sectionLabels: Record<Section, string> = {
  overview: 'Overview',
  'how-to-become': 'How to become one',
  salary: 'Salary',
  skills: 'Skills',
  resume: 'Resume',
  interview: 'Interview',
}

export const kindLabels: Record<AnyPage['kind'], string> = {
  guide: 'Guide',
  comparison: 'Comparison',
  term: 'Term',
}

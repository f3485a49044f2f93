import type { Section } from '@/lib/guides/input'

export const sectionLabels: Record<Section, string> = {
  overview: 'Overview',
  'how-to-become': 'How to become one',
  salary: 'Salary',
  skills: 'Skills',
  resume: 'Resume',
  interview: 'Interview',
}

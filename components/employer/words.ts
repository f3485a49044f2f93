import type { CloseReason, JobState } from '@/db/values'
import type { JobField } from '@/lib/jobs/input'

export const stateWords: Record<JobState, string> = {
  draft: 'Draft',
  held: 'Waiting for moderation',
  published: 'Open',
  closed: 'Closed',
}

export const closeChoiceWords: Record<Extract<CloseReason, 'filled' | 'withdrawn'>, string> = {
  filled: 'The opening is filled',
  withdrawn: 'We do not hire for it any more',
}

export const fieldWords: Record<JobField, string> = {
  title: 'Title',
  roleSlug: 'Role',
  seniority: 'Level',
  employmentType: 'Employment type',
  workplace: 'Workplace',
  places: 'Places',
  eligibility: 'May be done from',
  eligibleCountries: 'Countries',
  visa: 'Visa sponsorship',
  payMin: 'Lowest pay',
  payMax: 'Highest pay',
  payCurrency: 'Currency',
  payPeriod: 'Pay is for',
  text: 'Text',
  applyUrl: 'Where people apply',
  skills: 'Skills',
  closesOn: 'Last day',
}

/** Why a job in another state refuses what the form asks. */
export const stateRefusals = {
  draft: { status: 409, message: 'This job is a draft: publish it instead.' },
  held: { status: 409, message: 'This job waits for moderation and cannot be changed until then.' },
  closed: { status: 409, message: 'This job was closed in the meantime, so it cannot be changed any more.' },
} as const

import type { EmploymentType, PayPeriod, Seniority, VisaPolicy, Workplace } from '@/db/values'

/** How the closed lists of PRODUCT.md are written on the screen. */
export const seniorityLabels: Record<Seniority, string> = {
  intern: 'Intern',
  junior: 'Junior',
  mid: 'Mid-level',
  senior: 'Senior',
  staff: 'Staff',
  lead: 'Lead',
  manager: 'Manager',
  director: 'Director',
  executive: 'Executive',
}

export const workplaceLabels: Record<Workplace, string> = {
  onsite: 'On site',
  hybrid: 'Hybrid',
  remote: 'Remote',
}

export const employmentTypeLabels: Record<EmploymentType, string> = {
  full_time: 'Full-time',
  part_time: 'Part-time',
  contract: 'Contract',
  temporary: 'Temporary',
  internship: 'Internship',
  volunteer: 'Volunteer',
}

export const visaLabels: Record<VisaPolicy, string> = {
  offered: 'Visa sponsorship offered',
  not_offered: 'No visa sponsorship',
}

export const payPeriodLabels: Record<PayPeriod, string> = {
  hour: 'an hour',
  day: 'a day',
  week: 'a week',
  month: 'a month',
  year: 'a year',
}

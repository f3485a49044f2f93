import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { buildTaxonomy } from './build'
import { smallRows, smallTaxonomy } from './fixtures'
import { taxonomyRules } from './rules'
import { resolveTitle } from './titles'

const taxonomy = smallTaxonomy()

describe('the role of a title', () => {
  test.each([
    ['Software Engineer', 'software-engineer'],
    ['Senior Software Engineer II, Payments', 'software-engineer'],
    ['Software Engineer, Backend', 'backend-developer'],
    ['Software Engineer (Front-end)', 'frontend-developer'],
    ['Software Engineer, Backend Infrastructure', 'software-engineer'],
    ['Backend/Frontend Engineer', 'software-engineer'],
    ['Software Engineer, iOS/Android', 'mobile-developer'],
    ['10x: Principal Software Engineer', 'software-engineer'],
    ['Software Engineer in Test', 'qa-engineer'],
    ['AI/ML Engineer', 'machine-learning-engineer'],
    ['Engineering Manager, Backend', 'engineering-manager'],
    ['Manager, Software Engineering - Search', 'engineering-manager'],
    ['VP of Engineering, Growth & Monetization', 'head-of-engineering'],
    ['Sr. Product Marketing Manager', 'product-marketing-manager'],
    ['Executive Assistant to the VP of Engineering', 'executive-assistant'],
    ['UI/UX Designer (m/f/d)', 'product-designer'],
    ['Member of Technical Staff (Software Engineer, Storage)', 'software-engineer'],
    ['Product Manager for Data Engineer Tools', 'product-manager'],
    ['Data Senior Engineer', 'data-engineer'],
    ['Manager II, Software Engineering', 'engineering-manager'],
    ['Manager of Software Engineering', 'engineering-manager'],
    ['Software Engineer, iOS Core Product - Austin, USA', 'ios-developer'],
    ['Software Engineers', 'software-engineer'],
    ['Software Engineer(s)', 'software-engineer'],
    ['Data Scientist Opening', 'data-scientist'],
    ['Senior Data Engineer (Berlin, H/F) - 12345', 'data-engineer'],
    ['Software Engineer Position - Austin, TX', 'software-engineer'],
    ['Bilingual Executive Assistant, Part-Time', 'executive-assistant'],
  ])('%s is %s', (title, role) => {
    expect(resolveTitle(taxonomy, title).role).toBe(role)
  })

  test.each([
    'Software Engineer Recruiter',
    'Data Scientist / Data Analyst',
    'Backend / Data Engineer',
    'Designer and Product Manager',
    'VP Product Marketing & Marketing Strategy',
    'Legal Engineering Manager',
    'Manager of Sales',
    'Solutions Manager',
    'Process Development Engineer, Back End of Line',
    'Staff Engineer',
    'General Application - Software Engineer',
    'Data Scientist (Talent Pool)',
    'Future Opportunities: Product Designer',
    'Join our Talent Community',
    'Manager of Software Engineers',
    '',
  ])('%s names no role of the list', (title) => {
    expect(resolveTitle(taxonomy, title).role).toBeNull()
  })
})

describe('the level of a title', () => {
  test.each([
    ['Sr. Software Engineer', 'senior'],
    ['Software Engineer, Senior', 'senior'],
    ['Staff+ Software Engineer', 'staff'],
    ['Senior Staff Software Engineer', 'staff'],
    ['Principal Software Engineer', 'staff'],
    ['Lead Data Scientist', 'lead'],
    ['Tech Lead, Payments', 'lead'],
    ['Senior Engineering Manager', 'manager'],
    ['Senior Manager, Product Marketing', 'manager'],
    ['Manager, Software Engineering', 'manager'],
    ['Head of Engineering', 'director'],
    ['Director of Engineering', 'director'],
    ['VP of Engineering', 'executive'],
    ['Chief Technology Officer', 'executive'],
    ['Software Engineer Intern', 'intern'],
    ['Software Engineer, New Grad', 'junior'],
    ['Graduate Software Engineer', 'junior'],
    ['Software Engineer II', 'mid'],
    ['Mid-level Data Analyst', 'mid'],
    ['Senior Member of Technical Staff', 'senior'],
    ['Senior Staff Accountant', 'senior'],
  ])('%s is %s', (title, level) => {
    expect(resolveTitle(taxonomy, title).seniority).toBe(level)
  })

  test.each([
    'Senior/Staff Software Engineer',
    'Chief of Staff',
    'Member of Technical Staff',
    'Staff Accountant',
    'Lead Generation Specialist',
    'Account Manager',
    'Product Manager',
    'Account Executive, Mid-Market',
    'Executive Assistant to the CEO',
    'Art Director',
    'Associate Product Manager',
    'Software Engineer III',
    'Software Engineer I/II',
    'Internal Tools Engineer',
  ])('%s states none', (title) => {
    expect(resolveTitle(taxonomy, title).seniority).toBeNull()
  })
})

test('no string makes it throw, and unknown words give no role', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: 'grapheme', maxLength: 200 }),
      (title) => void resolveTitle(taxonomy, title),
    ),
  )
  const words = fc.array(fc.stringMatching(/^[qxz][a-z]{3,9}$/), { minLength: 1, maxLength: 6 })
  fc.assert(
    fc.property(words, (unknown) => {
      expect(resolveTitle(taxonomy, unknown.join(' '))).toEqual({ role: null, seniority: null })
    }),
  )
})

test('an alias that names two roles is refused', () => {
  const rows = smallRows()
  const roleAliases = [...rows.roleAliases, { alias: 'Data Engineer', roleId: 1 }]
  expect(() => buildTaxonomy({ ...rows, roleAliases }, taxonomyRules)).toThrow('Data Engineer')
})

import { buildTaxonomy, type Taxonomy } from './build'
import { taxonomyRules } from './rules'
import type { Place, PlaceAliasRow, TaxonomyRows } from './types'

/** A small taxonomy for tests: real names, a handful of each. */
export function smallTaxonomy(): Taxonomy {
  return buildTaxonomy(smallRows(), taxonomyRules)
}

export function smallRows(): TaxonomyRows {
  const roles = Object.entries(roleAliases).map(([slug], i) => ({ id: i + 1, slug, name: slug, kind: 'any' }))
  return {
    roles,
    roleAliases: Object.values(roleAliases).flatMap((aliases, i) =>
      aliases.map((alias) => ({ alias, roleId: i + 1 })),
    ),
    skills: [
      { id: 1, slug: 'kubernetes', name: 'Kubernetes', kind: 'tool' },
      { id: 2, slug: 'javascript', name: 'JavaScript', kind: 'language' },
      { id: 3, slug: 'go', name: 'Go', kind: 'language' },
      { id: 4, slug: 'cpp', name: 'C++', kind: 'language' },
      { id: 5, slug: 'dotnet', name: '.NET', kind: 'framework' },
      { id: 6, slug: 'c-language', name: 'C', kind: 'language' },
    ],
    skillAliases: [
      { alias: 'k8s', skillId: 1 },
      { alias: 'js', skillId: 2 },
      { alias: 'golang', skillId: 3 },
      { alias: 'dotnet', skillId: 5 },
    ],
    places,
    placeAliases,
  }
}

const roleAliases: Record<string, string[]> = {
  'software-engineer': ['software engineer', 'software developer'],
  'backend-developer': [
    'backend engineer',
    'back end engineer',
    'backend software engineer',
    'backend developer',
  ],
  'frontend-developer': ['frontend engineer', 'front end engineer', 'frontend developer'],
  'ios-developer': ['ios engineer', 'ios developer'],
  'android-developer': ['android engineer', 'android developer'],
  'mobile-developer': ['mobile engineer'],
  'machine-learning-engineer': ['machine learning engineer', 'ai/ml engineer'],
  'data-engineer': ['data engineer'],
  'data-scientist': ['data scientist'],
  'data-analyst': ['data analyst'],
  'engineering-manager': ['engineering manager', 'manager, software engineering'],
  'head-of-engineering': ['head of engineering', 'vp of engineering', 'director of engineering'],
  'head-of-product': ['vp product', 'director of product'],
  'product-manager': ['product manager'],
  'product-designer': ['product designer', 'ui/ux designer'],
  'product-marketing-manager': ['product marketing manager', 'manager, product marketing'],
  'account-executive': ['account executive'],
  'account-manager': ['account manager'],
  accountant: ['accountant', 'staff accountant'],
  'executive-assistant': ['executive assistant'],
  'chief-of-staff': ['chief of staff'],
  'qa-engineer': ['software engineer in test'],
}

const country = (id: number, code: string, name: string, population: number): Place => ({
  id,
  kind: 'country',
  slug: code.toLowerCase(),
  name,
  countryCode: code,
  countryId: id,
  regionId: null,
  population,
  lat: null,
  lon: null,
})
const region = (id: number, slug: string, name: string, countryId: number, population: number): Place => ({
  id,
  kind: 'region',
  slug,
  name,
  countryCode: slug.slice(-2).toUpperCase(),
  countryId,
  regionId: id,
  population,
  lat: null,
  lon: null,
})
const city = (
  id: number,
  slug: string,
  name: string,
  regionId: number | null,
  countryId: number,
  population: number,
): Place => ({
  id,
  kind: 'city',
  slug,
  name,
  countryCode: slug.slice(-2).toUpperCase(),
  countryId,
  regionId,
  population,
  lat: null,
  lon: null,
})

const [US, GB, CA, DE, IE, FR, GE, IN, MX] = [1, 2, 3, 4, 5, 6, 7, 8, 9]

const places: Place[] = [
  country(US, 'US', 'United States', 180_000_000),
  country(GB, 'GB', 'United Kingdom', 60_000_000),
  country(CA, 'CA', 'Canada', 25_000_000),
  country(DE, 'DE', 'Germany', 50_000_000),
  country(IE, 'IE', 'Ireland', 2_000_000),
  country(FR, 'FR', 'France', 40_000_000),
  country(GE, 'GE', 'Georgia', 2_000_000),
  country(IN, 'IN', 'India', 300_000_000),
  country(MX, 'MX', 'Mexico', 80_000_000),
  region(1000, 'california-us', 'California', US, 30_000_000),
  region(1001, 'new-york-us', 'New York', US, 14_000_000),
  region(1002, 'georgia-us', 'Georgia', US, 4_000_000),
  region(1003, 'texas-us', 'Texas', US, 20_000_000),
  region(1004, 'ohio-us', 'Ohio', US, 6_000_000),
  region(1005, 'massachusetts-us', 'Massachusetts', US, 5_000_000),
  region(1006, 'ontario-ca', 'Ontario', CA, 9_000_000),
  region(1007, 'england-gb', 'England', GB, 50_000_000),
  region(1008, 'karnataka-in', 'Karnataka', IN, 25_000_000),
  region(1009, 'oregon-us', 'Oregon', US, 2_500_000),
  region(1010, 'district-of-columbia-us', 'District of Columbia', US, 600_000),
  region(1011, 'washington-us', 'Washington', US, 4_500_000),
  region(1012, 'indiana-us', 'Indiana', US, 4_000_000),
  region(1013, 'leinster-ie', 'Leinster', IE, 1_500_000),
  region(1014, 'maine-us', 'Maine', US, 500_000),
  city(10_000, 'san-francisco-us', 'San Francisco', 1000, US, 860_000),
  city(10_001, 'new-york-city-us', 'New York City', 1001, US, 8_100_000),
  city(10_002, 'atlanta-us', 'Atlanta', 1002, US, 460_000),
  city(10_003, 'paris-fr', 'Paris', null, FR, 2_130_000),
  city(10_004, 'paris-us', 'Paris', 1003, US, 24_000),
  city(10_005, 'london-gb', 'London', 1007, GB, 7_500_000),
  city(10_006, 'london-ca', 'London', 1006, CA, 346_000),
  city(10_007, 'dublin-ie', 'Dublin', 1013, IE, 1_020_000),
  city(10_008, 'dublin-us', 'Dublin', 1004, US, 45_000),
  city(10_009, 'cambridge-gb', 'Cambridge', 1007, GB, 158_000),
  city(10_010, 'cambridge-us', 'Cambridge', 1005, US, 110_000),
  city(10_011, 'berlin-de', 'Berlin', null, DE, 3_400_000),
  city(10_012, 'munich-de', 'Munich', null, DE, 1_260_000),
  city(10_013, 'bengaluru-in', 'Bengaluru', 1008, IN, 5_100_000),
  city(10_014, 'tbilisi-ge', 'Tbilisi', null, GE, 1_000_000),
  city(10_015, 'portland-us', 'Portland', 1009, US, 630_000),
  city(10_016, 'portland-maine-us', 'Portland', 1014, US, 67_000),
  city(10_017, 'washington-d-c-us', 'Washington, D.C.', 1010, US, 600_000),
  city(10_018, 'new-albany-us', 'New Albany', 1012, US, 36_000),
  city(10_019, 'seattle-us', 'Seattle', 1011, US, 680_000),
  city(10_020, 'boston-us', 'Boston', 1005, US, 660_000),
  city(10_021, 'birmingham-gb', 'Birmingham', 1007, GB, 984_000),
  city(10_022, 'birmingham-us', 'Birmingham', 1002, US, 212_000),
  city(10_023, 'toronto-ca', 'Toronto', 1006, CA, 2_600_000),
  city(10_024, 'ontario-us', 'Ontario', 1000, US, 175_000),
  city(10_025, 'central-us', 'Central', 1003, US, 28_000),
]

const placeAliases: PlaceAliasRow[] = [
  { alias: 'usa', placeId: US },
  { alias: 'us', placeId: US },
  { alias: 'uk', placeId: GB },
  { alias: 'deutschland', placeId: DE },
  { alias: 'nyc', placeId: 10_001 },
  { alias: 'new york', placeId: 10_001 },
  { alias: 'bangalore', placeId: 10_013 },
  { alias: 'munchen', placeId: 10_012 },
  { alias: 'washington', placeId: 1011 },
  { alias: 'washington', placeId: 10_017 },
  { alias: 'washington dc', placeId: 10_017 },
  { alias: 'CA', placeId: 1000 },
  { alias: 'NY', placeId: 1001 },
  { alias: 'GA', placeId: 1002 },
  { alias: 'TX', placeId: 1003 },
  { alias: 'OH', placeId: 1004 },
  { alias: 'MA', placeId: 1005 },
  { alias: 'ON', placeId: 1006 },
  { alias: 'OR', placeId: 1009 },
  { alias: 'DC', placeId: 1010 },
  { alias: 'IN', placeId: 1012 },
  { alias: 'ME', placeId: 1014 },
]

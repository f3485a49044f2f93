import type { SeedPlace } from '../taxonomy-rows'
export type GazetteerCity = {
  geonameId: number
  name: string
  country: string
  admin1: string
  population: number
  lat: number
  lon: number
}
export type GazetteerRegion = { code: string; name: string }
type Gazetteer = {
  countries: readonly string[]
  regions: readonly GazetteerRegion[]
  cities: readonly GazetteerCity[]
}

/** Ids follow the order of ISO code (from 1), GeoNames region code (from 1,000) and geonameid (from 10,000). */
export function buildPlaces({ countries, regions, cities }: Gazetteer): SeedPlace[] {
  const names = new Intl.DisplayNames('en', { type: 'region', fallback: 'none' })
  const countryIds = new Map([...countries].sort().map((code, i) => [code, i + 1]))
  const regionRows = regions.filter((r) => countryIds.has(r.code.slice(0, 2))).sort(by((r) => r.code))
  const regionIds = new Map(regionRows.map((r, i) => [r.code, 1000 + i]))
  const cityRows = cities.filter((c) => countryIds.has(c.country)).sort((a, b) => a.geonameId - b.geonameId)
  const peopleOf = peopleByArea(cityRows)

  const area = { lat: null, lon: null }
  const countryPlaces = [...countryIds].map(
    ([code, id]): SeedPlace => ({
      ...area,
      id,
      kind: 'country',
      slug: code.toLowerCase(),
      name: names.of(code) ?? code,
      countryCode: code,
      countryId: id,
      regionId: null,
      population: peopleOf.get(code) ?? 0,
    }),
  )
  const regionSlugs = uniqueSlugs(
    regionRows.map((r) => ({
      key: r.code,
      choices: [
        slugOf(r.name, r.code.slice(0, 2)),
        slugOf(`${r.name} ${r.code.slice(3)}`, r.code.slice(0, 2)),
      ],
    })),
  )
  const regionPlaces = regionRows.map((r): SeedPlace => {
    const code = r.code.slice(0, 2)
    const id = regionIds.get(r.code) ?? 0
    return {
      ...area,
      id,
      kind: 'region',
      slug: regionSlugs.get(r.code) ?? '',
      name: r.name,
      countryCode: code,
      countryId: countryIds.get(code) ?? 0,
      regionId: id,
      population: peopleOf.get(r.code) ?? 0,
    }
  })
  const regionNames = new Map(regionRows.map((r) => [r.code, r.name]))
  const bySize = [...cityRows].sort((a, b) => b.population - a.population || a.geonameId - b.geonameId)
  const citySlugs = uniqueSlugs(
    bySize.map((c) => ({
      key: String(c.geonameId),
      choices: [
        slugOf(c.name, c.country),
        slugOf(`${c.name} ${regionNames.get(`${c.country}.${c.admin1}`) ?? ''}`, c.country),
        slugOf(`${c.name} ${c.geonameId}`, c.country),
      ],
    })),
  )
  const cityPlaces = cityRows.map(
    (c, i): SeedPlace => ({
      id: 10_000 + i,
      kind: 'city',
      slug: citySlugs.get(String(c.geonameId)) ?? '',
      name: c.name,
      countryCode: c.country,
      countryId: countryIds.get(c.country) ?? 0,
      regionId: regionIds.get(`${c.country}.${c.admin1}`) ?? null,
      population: c.population,
      lat: c.lat,
      lon: c.lon,
    }),
  )
  return [...countryPlaces, ...regionPlaces, ...cityPlaces]
}

/** The cities' people stand in for those of their region and country: enough to tell Ontario from a town of that name. */
function peopleByArea(cities: readonly GazetteerCity[]): Map<string, number> {
  const people = new Map<string, number>()
  for (const city of cities) {
    for (const area of [city.country, `${city.country}.${city.admin1}`]) {
      people.set(area, (people.get(area) ?? 0) + city.population)
    }
  }
  return people
}

function uniqueSlugs(wanted: readonly { key: string; choices: readonly string[] }[]): Map<string, string> {
  const taken = new Set<string>()
  return new Map(
    wanted.map(({ key, choices }) => {
      const slug = choices.find((choice) => !taken.has(choice)) ?? `${choices.at(-1)}-${key}`
      taken.add(slug)
      return [key, slug]
    }),
  )
}

function slugOf(name: string, country: string): string {
  const ascii = name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/ß/g, 'ss')
    .replace(/[øö]/g, 'o')
    .replace(/ł/g, 'l')
    .replace(/đ/g, 'd')
    .replace(/æ/g, 'ae')
    .replace(/ı/g, 'i')
    .replace(/['’‘`ʻʼ]/g, '')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
  return `${ascii}-${country.toLowerCase()}`
}

function by<T>(key: (item: T) => string): (a: T, b: T) => number {
  return (a, b) => (key(a) < key(b) ? -1 : key(a) > key(b) ? 1 : 0)
}

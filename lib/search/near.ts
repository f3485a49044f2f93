import type { Place } from '@/lib/taxonomy/types'

/** Mean radius of the earth, km (IUGG). */
const EARTH_KM = 6371.0088
const KM_PER_DEGREE = 111.19

/**
 * Cities whose centre lies within so many kilometres of one of the given ones (great circle, haversine), those themselves included.
 * A city without coordinates is near itself alone.
 */
export function citiesWithin(cities: CityGrid, ids: readonly number[], km: number): number[] {
  const near = new Set(ids)
  for (const id of ids) {
    const centre = cities.byId.get(id)
    if (!centre) continue
    for (const city of cities.around(centre, km)) if (distanceKm(centre, city) <= km) near.add(city.id)
  }
  return [...near].sort((a, b) => a - b)
}

type Point = { lat: number; lon: number }
export type City = Point & { id: number }

export function distanceKm(a: Point, b: Point): number {
  const radians = Math.PI / 180
  const half = (degrees: number) => Math.sin((degrees * radians) / 2) ** 2
  const h = half(b.lat - a.lat) + Math.cos(a.lat * radians) * Math.cos(b.lat * radians) * half(b.lon - a.lon)
  return 2 * EARTH_KM * Math.asin(Math.min(1, Math.sqrt(h)))
}

/** Cities by whole degrees, so that a circle looks at its neighbourhood only. */
export class CityGrid {
  readonly byId = new Map<number, City>()
  private readonly cells = new Map<number, City[]>()

  constructor(places: Iterable<Pick<Place, 'id' | 'kind' | 'lat' | 'lon'>>) {
    for (const { id, kind, lat, lon } of places) {
      if (kind !== 'city' || lat === null || lon === null) continue
      const city = { id, lat, lon }
      this.byId.set(id, city)
      const cell = cellOf(Math.floor(lat), Math.floor(lon))
      this.cells.set(cell, [...(this.cells.get(cell) ?? []), city])
    }
  }

  *around({ lat, lon }: Point, km: number): Generator<City> {
    const high = km / KM_PER_DEGREE
    // Degrees of longitude are short near the poles; the widest parallel of the circle is the one nearest to a pole.
    const wide = high / Math.max(0.01, Math.cos((Math.min(89, Math.abs(lat) + high) * Math.PI) / 180))
    for (let y = Math.floor(lat - high); y <= Math.floor(lat + high); y++) {
      for (let x = Math.floor(lon - Math.min(wide, 180)); x <= Math.floor(lon + Math.min(wide, 179)); x++) {
        yield* this.cells.get(cellOf(y, ((((x + 180) % 360) + 360) % 360) - 180)) ?? []
      }
    }
  }
}

function cellOf(lat: number, lon: number): number {
  return (lat + 90) * 360 + lon + 180
}

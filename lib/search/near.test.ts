import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type City, CityGrid, citiesWithin, distanceKm } from './near'

const cities = fc.array(
  fc.record({
    lat: fc.double({ min: -89, max: 89, noNaN: true }),
    lon: fc.double({ min: -180, max: 179.99, noNaN: true }),
  }),
  { minLength: 2, maxLength: 60 },
)

const gridOf = (all: readonly City[]) => new CityGrid(all.map((city) => ({ ...city, kind: 'city' as const })))

test('Berlin and Munich are 504 km apart', () => {
  expect(distanceKm({ lat: 52.52, lon: 13.405 }, { lat: 48.137, lon: 11.575 })).toBeCloseTo(504.4, 0)
})

test('what is near is what measuring every distance finds, over the date line and towards the poles too', () => {
  fc.assert(
    fc.property(cities, fc.constantFrom(10, 25, 50, 100), fc.boolean(), (points, km, dense) => {
      const all = points.map((point, i) => ({
        id: i + 1,
        lat: dense ? (points[0]?.lat ?? 0) * 0.98 + point.lat / 90 : point.lat,
        lon: dense ? (((points[0]?.lon ?? 0) + point.lon / 40 + 540) % 360) - 180 : point.lon,
      }))
      const [first] = all
      if (!first) return
      const expected = all.filter((city) => distanceKm(first, city) <= km).map((city) => city.id)
      expect(citiesWithin(gridOf(all), [first.id], km)).toEqual(expected)
    }),
    { numRuns: 2000 },
  )
})

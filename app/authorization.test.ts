import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { pages, routes } from '@/e2e/authz/table'

const root = new URL('.', import.meta.url).pathname

const files = readdirSync(root, { recursive: true }).map((file) => String(file).replaceAll('\\', '/'))

/** The address of a file of the site map: folders in parentheses are not part of it. */
function addressOf(file: string): string {
  const parts = file
    .split('/')
    .slice(0, -1)
    .filter((part) => !part.startsWith('('))
  return `/${parts.join('/')}`
}

test('every page stands in the authorization table, and nothing else', () => {
  const found = files.filter((file) => /(^|\/)page\.tsx$/.test(file)).map(addressOf)
  expect(found.sort()).toEqual(Object.keys(pages).sort())
})

test('every route and method stands in the authorization table under its logical name', () => {
  const found = files
    .filter((file) => file.endsWith('/route.ts'))
    .flatMap((file) => {
      const text = readFileSync(`${root}${file}`, 'utf8')
      const methods = [
        ...text.matchAll(/export const (GET|POST|PUT|PATCH|DELETE)\b[\s\S]*?route: '([^']+)'/g),
      ]
      return methods.map(([, method, name]) => `${method} ${addressOf(file)} ${name}`)
    })
  const named = routes
    .filter(({ route }) => route !== 'api.missing')
    .map(({ method, path, route }) => `${method} ${path} ${route}`)
  expect(found.sort()).toEqual(named.sort())
})

test('a logical name is used once', () => {
  const names = routes.map(({ route }) => route)
  expect(new Set(names).size).toBe(names.length)
})

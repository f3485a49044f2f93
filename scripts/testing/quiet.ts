import { afterEach, expect } from 'vitest'

// A test that prints a warning or an error fails, unless it listens for it itself.

const said: string[] = []

for (const level of ['error', 'warn'] as const) {
  const print = console[level]
  console[level] = (...words: unknown[]) => {
    said.push(words.map(String).join(' '))
    print(...words)
  }
}

afterEach(() => {
  expect(said.splice(0), 'printed to the console').toEqual([])
})

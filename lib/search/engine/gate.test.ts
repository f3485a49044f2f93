import { expect, test } from 'vitest'
import { Gate } from './gate'

test('so many are inside at once, the others follow in the order of coming', async () => {
  const gate = new Gate(2)
  const came: number[] = []
  const all = [1, 2, 3, 4].map(async (n) => {
    await gate.enter()
    came.push(n)
  })
  await Promise.all(all.slice(0, 2))
  expect(came).toEqual([1, 2])
  gate.leave()
  await all[2]
  expect(came).toEqual([1, 2, 3])
  gate.leave()
  await all[3]
  gate.leave()
  gate.leave()
  await Promise.all([gate.enter(), gate.enter()])
})

test('who would wait behind a hundred others is turned away', async () => {
  const gate = new Gate(1)
  await gate.enter()
  const waiting = Array.from({ length: 100 }, () => gate.enter())
  await expect(gate.enter()).rejects.toThrow('too many')
  for (let left = 0; left <= 100; left++) gate.leave()
  await Promise.all(waiting)
})

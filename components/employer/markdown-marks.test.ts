import { expect, test } from 'vitest'
import { emphasised, headed, linked, listed, type Selected } from './markdown-marks'

/** `a [b] c`: the brackets are the selection. */
function selected(marked: string): Selected {
  const start = marked.indexOf('⟦')
  const end = marked.indexOf('⟧') - 1
  return { value: marked.replace(/[⟦⟧]/g, ''), start, end }
}

function shown({ value, start, end }: Selected): string {
  return `${value.slice(0, start)}⟦${value.slice(start, end)}⟧${value.slice(end)}`
}

test.each([
  [emphasised, 'we ⟦bake⟧ bread', 'we **⟦bake⟧** bread'],
  [emphasised, 'we ⟦⟧', 'we **⟦bold⟧**'],
  [linked, 'see ⟦us⟧.', 'see [us](https://⟦⟧).'],
  [headed, 'a\nb⟦⟧b\nc', 'a\n## bb⟦⟧\nc'],
  [headed, '⟦⟧', '## ⟦⟧'],
  [headed, '### a⟦⟧', '## a⟦⟧'],
  [listed, 'a\n⟦b\n\nc⟧', 'a\n- b\n\n- c⟦⟧'],
  [listed, '⟦⟧', '- ⟦⟧'],
])('%o of %s', (mark, before, after) => {
  expect(shown(mark(selected(before)))).toBe(after)
})

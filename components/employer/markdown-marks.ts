/** The value of a textarea and what is selected in it. */
export type Selected = { value: string; start: number; end: number }

export function emphasised({ value, start, end }: Selected): Selected {
  const words = value.slice(start, end) || 'bold'
  return replaced({ value, start, end }, `**${words}**`, 2, words.length)
}

export function linked({ value, start, end }: Selected): Selected {
  const words = value.slice(start, end) || 'link'
  const text = `[${words}](https://)`
  const after = replaced({ value, start, end }, text, text.length - 1, 0)
  return after
}

export function headed(selected: Selected): Selected {
  return prefixed(selected, (line) => (line.startsWith('## ') ? line : `## ${line.replace(/^#+\s*/, '')}`))
}

export function listed(selected: Selected): Selected {
  return prefixed(selected, (line) => (line.trim() === '' || line.startsWith('- ') ? line : `- ${line}`))
}

/** Every line that the selection touches. */
function prefixed({ value, start, end }: Selected, change: (line: string) => string): Selected {
  const from = value.lastIndexOf('\n', start - 1) + 1
  const next = value.indexOf('\n', end)
  const to = next === -1 ? value.length : next
  const lines = value.slice(from, to).split('\n')
  const isEmpty = lines.length === 1 && lines[0]?.trim() === ''
  const text = isEmpty ? change('').padEnd(2, '- ') : lines.map(change).join('\n')
  return replaced({ value, start: from, end: to }, text, text.length, 0)
}

function replaced({ value, start, end }: Selected, text: string, offset: number, length: number): Selected {
  const at = start + offset
  return { value: value.slice(0, start) + text + value.slice(end), start: at, end: at + length }
}

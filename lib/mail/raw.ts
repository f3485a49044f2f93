/** The head of a message, up to its first empty line. */
function headOf(raw: string): string {
  const end = raw.search(/\r?\n\r?\n/)
  return end === -1 ? raw : raw.slice(0, end)
}

/** Header lines in their order, folded ones joined (RFC 5322 §2.2.3). */
export function readHead(raw: string): { name: string; value: string }[] {
  const lines = headOf(raw)
    .replace(/\r?\n[ \t]+/g, ' ')
    .split(/\r?\n/)
  return lines.flatMap((line) => {
    const colon = line.indexOf(':')
    return colon < 1 ? [] : [{ name: line.slice(0, colon), value: line.slice(colon + 1).trim() }]
  })
}

export function messageIdOf(raw: string): string | null {
  const header = readHead(raw).find(({ name }) => name.toLowerCase() === 'message-id')
  return /^<[^>\s]{1,250}>$/.exec(header?.value ?? '')?.[0] ?? null
}

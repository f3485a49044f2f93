/** RFC 4180, strictly: throws on what a lenient reader would guess at. */
export function readCsv(text: string): string[][] {
  const rows: string[][] = []
  let row: string[] = []
  let at = 0
  while (at < text.length) {
    const quoted = /"((?:[^"]|"")*)"(,|\r\n)/y
    const plain = /([^",\r\n]*)(,|\r\n)/y
    const pattern = text[at] === '"' ? quoted : plain
    pattern.lastIndex = at
    const found = pattern.exec(text)
    if (!found) throw new Error(`no cell at ${at}: ${JSON.stringify(text.slice(at, at + 40))}`)
    row.push((found[1] ?? '').replaceAll('""', '"'))
    at = pattern.lastIndex
    if (found[2] === ',') continue
    rows.push(row)
    row = []
  }
  if (row.length > 0) throw new Error('the last line has no end')
  return rows
}

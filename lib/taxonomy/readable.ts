const entities: Record<string, string> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  nbsp: ' ',
  '#x20': ' ',
  '#39': "'",
}

/** Markdown as people read it: the words without the marks, a line for each block. Text without marks stays as it is. */
export function readable(text: string): string {
  return (
    text
      .replace(/\r/g, '')
      // Lines of a paragraph that was wrapped by hand.
      .replace(/(?<=[^.!?:;\s])[ \t]*\n[ \t]*(?=\p{Ll})/gu, ' ')
      .replace(/!?\[([^\][\n]*)\]\([^()\s]*(?:\s"[^"\n]*")?\)/g, '$1')
      .replace(/<(https?:[^\s<>]+)>/g, '$1')
      .replace(/^[ \t]*(?:>[ \t]*)+/gm, '')
      .replace(/^[ \t]*(?:#{1,6}|[-*+•·])[ \t]+/gm, '')
      .replace(/^[ \t|:-]+$/gm, '')
      .replace(
        /\*\*|__|~~|`|(?<![\p{L}\p{N}*])\*(?=\S)|(?<=\S)\*(?![\p{L}\p{N}*])|(?<!\S)_(?=\S)|(?<=\S)_(?!\S)/gu,
        '',
      )
      .replace(/\\([!-/:-@[-`{-~])/g, '$1')
      .replace(/\\$/gm, '')
      .replace(/&(amp|lt|gt|quot|nbsp|#x20|#39);/g, (whole, name: string) => entities[name] ?? whole)
      .replace(/[^\S\n]+/g, ' ')
      .replace(/ ?\n ?/g, '\n')
      .trim()
  )
}

const MAX_EVIDENCE = 160

/** The words around a place of a line, at most 160 characters and whole ones, with … where they are cut. */
export function evidenceAt(line: string, start: number, end: number): string {
  if (line.length <= MAX_EVIDENCE) return line.trim()
  // Two signs for the cuts, and the spaces beside them are dropped.
  const room = Math.max(0, MAX_EVIDENCE - 2 - (end - start))
  const from = Math.max(0, Math.min(start - Math.floor(room / 2), line.length - (end - start) - room))
  const to = Math.min(line.length, from + (end - start) + room)
  const left = from === 0 ? 0 : nextStart(line, from, start)
  const right = to === line.length ? to : lastEnd(line, to, end)
  const words = line.slice(left, right).trim()
  return `${left > 0 ? '…' : ''}${words}${right < line.length ? '…' : ''}`
}

function nextStart(line: string, from: number, latest: number): number {
  if (line[from - 1] === ' ') return from
  const space = line.indexOf(' ', from)
  return space < 0 || space >= latest ? latest : space + 1
}

function lastEnd(line: string, to: number, earliest: number): number {
  if (line[to] === ' ') return to
  const space = line.lastIndexOf(' ', to)
  return Math.max(space, earliest)
}

import type { Element, ElementContent, Root, RootContent } from 'hast'

/** A term and the words by which texts are linked to it. */
export type LinkedTerm = { slug: string; spellings: readonly string[] }
export type TermLinker = (tree: Root, own?: string) => { tree: Root; terms: string[] }

/** Headings, links, code and what names a row or a column hold no links of ours. */
const closed = new Set(['h2', 'h3', 'h4', 'a', 'code', 'pre', 'th'])

/**
 * Links each term where a text first uses it. Whole words, in any case, but a spelling in capitals (`DOM`) means only itself.
 * `own` is the term that the page is about. `terms` are those that were found, in order.
 */
export function termLinker(terms: readonly LinkedTerm[]): TermLinker {
  const exact = new Map<string, string>()
  const anyCase = new Map<string, string>()
  for (const { slug, spellings } of terms) {
    for (const spelling of spellings) {
      if (isCapitals(spelling)) exact.set(spelling, slug)
      else anyCase.set(spelling.toLowerCase(), slug)
    }
  }
  const pattern = patternOf([...exact.keys(), ...anyCase.keys()])
  const slugOf = (word: string) => {
    const plain = word.replace(/\s+/g, ' ')
    return exact.get(plain) ?? anyCase.get(plain.toLowerCase())
  }
  return (tree, own) => {
    const found = new Set<string>()
    if (!pattern) return { tree, terms: [] }
    const linked = { ...tree, children: tree.children.flatMap(inNode) as RootContent[] }
    return { tree: linked, terms: [...found] }

    function inNode(node: RootContent): RootContent[] {
      if (node.type === 'text') return inText(node.value)
      if (node.type !== 'element' || closed.has(node.tagName)) return [node]
      return [{ ...node, children: node.children.flatMap(inNode) as ElementContent[] }]
    }

    function inText(text: string): ElementContent[] {
      const pieces: ElementContent[] = []
      let from = 0
      for (const match of text.matchAll(pattern as RegExp)) {
        const [word] = match
        const slug = slugOf(word)
        if (slug === undefined || slug === own || found.has(slug)) continue
        found.add(slug)
        if (match.index > from) pieces.push({ type: 'text', value: text.slice(from, match.index) })
        pieces.push(linkTo(slug, word))
        from = match.index + word.length
      }
      if (from < text.length) pieces.push({ type: 'text', value: text.slice(from) })
      return pieces
    }
  }
}

function isCapitals(spelling: string): boolean {
  return spelling === spelling.toUpperCase()
}

/** The longest first: `connection pool` before `pool`. A word joined to another by a hyphen is another word. */
function patternOf(spellings: string[]): RegExp | null {
  if (spellings.length === 0) return null
  const longest = spellings
    .sort((a, b) => b.length - a.length)
    .map((one) => escaped(one).replace(/ /g, '\\s+'))
  return new RegExp(
    `(?<![\\p{L}\\p{N}_]|[\\p{L}\\p{N}]-)(?:${longest.join('|')})(?![\\p{L}\\p{N}_]|-[\\p{L}\\p{N}])`,
    'giu',
  )
}

function escaped(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&')
}

function linkTo(slug: string, word: string): Element {
  return {
    type: 'element',
    tagName: 'a',
    properties: { href: `/glossary/${slug}`, className: ['term'] },
    children: [{ type: 'text', value: word }],
  }
}

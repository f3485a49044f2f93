import type { Nodes } from 'mdast'
import type { ParsedText } from '../directives'
import type { Part } from '../parts'
import { countWords } from '../text'

/** What stands for a part or for code in a sentence: one sign of the private area each. */
export const CODE = '\uE000'
export const CITE = '\uE001'
export const FIGURE = '\uE002'
export const RULE = '\uE003'

/** `isExample`: of a worked piece, which may hold numbers of its own. `isRunning`: of a text that is read, not looked up. */
export type Sentence = { text: string; isExample: boolean; isRunning: boolean }
export type Prose = { sentences: Sentence[]; words: number }

type Block = Omit<Sentence, 'text'> & { text: string; words: number }

/** The sentences of a page: no code, no directives, no lines of tables, no tables of worked pieces. Words of a rule of thumb are counted, not looked at. */
export function proseOf({ tree, parts }: ParsedText): Prose {
  const blocks = blocksOf(tree, parts, { isExample: false, isRunning: true })
  return {
    sentences: blocks.flatMap(({ text, ...kind }) =>
      splitSentences(text).map((sentence) => ({ text: sentence, ...kind })),
    ),
    words: blocks.reduce((sum, { words }) => sum + words, 0),
  }
}

/** A sentence ends at a full stop, a question or a call, with what closes behind it, before a capital or a number. */
export function splitSentences(text: string): string[] {
  return text
    .split(/(?<=[.!?…][”’)\uE001]*)\s+(?=[“‘(]*[\p{Lu}\p{N}\uE000-\uE003])/u)
    .map((sentence) => sentence.replace(/\s+/g, ' ').trim())
    .filter((sentence) => sentence !== '')
}

function blocksOf(node: Nodes, parts: readonly Part[], kind: Omit<Sentence, 'text'>): Block[] {
  if (node.type === 'paragraph' || node.type === 'heading' || node.type === 'tableCell') {
    const text = inlineText(node, parts)
    // A table that is the worked piece is looked at like code.
    const isRead = !(kind.isExample && node.type === 'tableCell')
    const words = isRead ? countWords(inlineText(node, parts, true)) : 0
    return [{ text, words, ...kind, isRunning: kind.isRunning && node.type === 'paragraph' }]
  }
  if (!('children' in node)) return []
  const part = node.type === 'containerDirective' ? partAt(node.data?.hProperties, parts) : undefined
  const isExample = kind.isExample || (part?.kind === 'passage' && part.name === 'artefact')
  return node.children.flatMap((child) =>
    blocksOf(child, parts, { isExample, isRunning: kind.isRunning && !isExample }),
  )
}

function inlineText(node: Nodes, parts: readonly Part[], withRules = false): string {
  switch (node.type) {
    case 'text':
      return node.value
    case 'inlineCode':
      return CODE
    case 'break':
      return ' '
    case 'textDirective': {
      const part = partAt(node.data?.hProperties, parts)
      if (part?.kind === 'cite') return CITE
      if (part?.kind !== 'rule') return FIGURE
      return withRules ? node.children.map((child) => inlineText(child, parts, true)).join('') : RULE
    }
    default:
      return 'children' in node
        ? node.children.map((child) => inlineText(child, parts, withRules)).join('')
        : ''
  }
}

function partAt(properties: unknown, parts: readonly Part[]): Part | undefined {
  const at = properties && typeof properties === 'object' && 'at' in properties ? properties.at : undefined
  return typeof at === 'number' ? parts[at] : undefined
}

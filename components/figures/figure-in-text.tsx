import type { InlineQuestion } from '@/lib/figures/question'
import type { FigurePage } from './figure-page'

type Props = { question: InlineQuestion; page: FigurePage }

/** A number about jobs in a sentence. */
export function FigureInText({ question }: Props) {
  return <>{isAmount(question) ? TOO_FEW_STATE : TOO_FEW_TELL}</>
}

// As content/README.md has it: a sentence must read well with these words too.
const TOO_FEW_STATE = 'an amount that too few open jobs state'
const TOO_FEW_TELL = 'a share that too few open jobs tell'

function isAmount({ name }: InlineQuestion): boolean {
  return /^salary-(median|p\d+|middle-half|with)$/.test(name)
}

import type { Kind, Label } from './label'
import { loadLabels } from './load-labels'
import { type SuggestField, suggest } from './suggest'

/** `query` is the part of a search that choosing it adds, such as `skill=kubernetes`. */
export type Suggestion = {
  kind: Kind
  slug: string
  label: string
  detail: string
  /** Open jobs, at most some minutes old. */
  count: number
  query: string
}

/** `meta.typed` is the part of the typed text that the suggestions stand for. */
export type SuggestAnswer = { data: Suggestion[]; meta: { typed: string } }

export async function answerSuggest(text: string, field: SuggestField): Promise<SuggestAnswer> {
  const { typed, labels } = suggest(await loadLabels(), text, field)
  return { data: labels.map(suggestionOf), meta: { typed } }
}

function suggestionOf({ kind, slug, label, detail, jobs }: Label): Suggestion {
  return { kind, slug, label, detail, count: jobs, query: `${kind}=${slug}` }
}

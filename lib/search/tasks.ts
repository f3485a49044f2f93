import type { JobHelpers } from 'graphile-worker'
import { dropEmptyBlocks, indexWords } from './word-index/index-words'

export const searchTasks = {
  'search.index_words': async (_: unknown, { abortSignal }: JobHelpers) => indexWords(abortSignal),
  'search.drop_empty_blocks': async () => dropEmptyBlocks(),
}

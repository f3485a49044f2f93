import { indexWords } from './word-index/index-words'

export const searchTasks = {
  'search.index_words': async () => {
    await indexWords()
  },
}

import type { Adapter } from '../adapter'
import { feedAddress } from './board-address'
import { readJsonFeed } from './json-feed-page'

export const jsonFeed: Adapter = {
  name: 'json-feed',
  label: 'JSON Feed',
  example: 'https://example.org/jobs.json',
  boardOf: feedAddress,
  firstAsk: (board) => ({ url: board, accept: 'json' }),
  homeOf: (board) => board,
  read: (text, { ask }) => readJsonFeed(text, ask),
}

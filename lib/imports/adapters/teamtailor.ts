import type { Adapter } from '../adapter'
import { subdomainIn } from './board-address'
import { readJsonFeed } from './json-feed-page'

/** A JSON Feed whose items carry JobPosting markup. A board with a domain of its own is read as `json-feed`. */
export const teamtailor: Adapter = {
  name: 'teamtailor',
  label: 'Teamtailor',
  example: 'acme, or https://acme.teamtailor.com',
  boardOf: (typed) => subdomainIn(typed, ['teamtailor.com']),
  firstAsk: (board) => ({ url: `https://${board}.teamtailor.com/jobs.json`, accept: 'json' }),
  homeOf: (board) => `https://${board}.teamtailor.com/jobs`,
  read: (text, { ask }) => readJsonFeed(text, ask),
}

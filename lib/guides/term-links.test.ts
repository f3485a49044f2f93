import { describe, expect, test } from 'vitest'
import { statisticsOf } from './statistics-fixtures'
import { termLinker } from './term-links'
import { readText } from './text'
import { listElements, textOf } from './tree'

const link = termLinker([
  { slug: 'pool', spellings: ['connection pool', 'connection pools'] },
  { slug: 'connection', spellings: ['connection'] },
  { slug: 'dom', spellings: ['DOM'] },
  { slug: 'n-plus-one', spellings: ['N+1 query'] },
  { slug: 'on-call', spellings: ['on-call', 'be on call'] },
])
const statistics = statisticsOf()

function linksIn(source: string, own?: string): string[] {
  const { tree } = link(readText(source, { role: 'baker', sources: [], statistics }).tree, own)
  return listElements(tree)
    .filter(({ properties }) => String(properties.className) === 'term')
    .map((element) => `${textOf(element)} → ${element.properties.href}`)
}

describe('terms of the glossary', () => {
  test('are linked where a text first uses them, the longest first, in any case', () => {
    expect(linksIn('A Connection\npool here, a connection there. Another connection pool.')).toEqual([
      'Connection\npool → /glossary/pool',
      'connection → /glossary/connection',
    ])
    expect(linksIn('An n+1 query, and to be on call.')).toEqual([
      'n+1 query → /glossary/n-plus-one',
      'be on call → /glossary/on-call',
    ])
  })

  test('are whole words, and spellings in capitals mean only themselves', () => {
    expect(
      linksIn('A disconnection, connections, re-connection and connection-less random kingdom, dom.'),
    ).toEqual([])
    expect(linksIn('The DOM’s nodes (and the DOM).')).toEqual(['DOM → /glossary/dom'])
    expect(linksIn('The on-call rota.')).toEqual(['on-call → /glossary/on-call'])
  })

  test('are not linked in headings, links, code and the first cells of tables', () => {
    const source =
      '## A connection\n\n[a connection](/x) `connection`\n\n```\nconnection\n```\n\n| connection | x |\n| --- | --- |\n| connection | the DOM |\n\n:::mistake[A connection]\nx\n:::\n'
    expect(linksIn(source)).toEqual(['DOM → /glossary/dom'])
  })

  test('are not linked on their own page', () => {
    expect(linksIn('The DOM and a connection.', 'dom')).toEqual(['connection → /glossary/connection'])
  })

  test('leave the words and the kept tree as they are', () => {
    const { tree } = readText('*A connection* pool, a connection.', {
      role: 'baker',
      sources: [],
      statistics,
    })
    const before = JSON.stringify(tree)
    expect(textOf(link(tree).tree)).toBe('A connection pool, a connection.')
    expect(JSON.stringify(tree)).toBe(before)
  })

  test('none are none', () => {
    const { tree } = readText('A connection.', { role: 'baker', sources: [], statistics })
    expect(termLinker([])(tree)).toEqual({ tree, terms: [] })
  })
})

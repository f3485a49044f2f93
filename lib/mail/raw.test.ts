import { expect, test } from 'vitest'
import { messageIdOf, readHead } from './raw'

const raw =
  'From: Board <b@example.org>\r\nList-Unsubscribe:\r\n <https://example.org/u?token=a>\r\nMessage-ID: <a@b>\r\n\r\nTo: not a header\r\n'

test('a head is read up to the first empty line, folded lines joined', () => {
  expect(readHead(raw)).toEqual([
    { name: 'From', value: 'Board <b@example.org>' },
    { name: 'List-Unsubscribe', value: '<https://example.org/u?token=a>' },
    { name: 'Message-ID', value: '<a@b>' },
  ])
})

test('a message without an id, or without a body, is read all the same', () => {
  expect(messageIdOf(raw)).toBe('<a@b>')
  expect(messageIdOf('Subject: x')).toBeNull()
  expect(messageIdOf('\r\n\r\nMessage-ID: <a@b>')).toBeNull()
})

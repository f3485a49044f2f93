import { expect, test } from 'vitest'
import { decodeText } from './decode-text'

test.each([
  ['the header', Buffer.from('<a>é</a>', 'latin1'), 'text/xml; charset="ISO-8859-1"', '<a>é</a>'],
  [
    'the XML declaration',
    Buffer.from('<?xml version="1.0" encoding="windows-1252"?>é', 'latin1'),
    'text/xml',
    'é',
  ],
  ['the byte order mark', Buffer.from('\ufeffé', 'utf16le'), 'text/xml; charset=utf-8', 'é'],
  ['nothing', Buffer.from('\ufeffé'), '', 'é'],
])('the charset is read from %s', (_where, bytes, contentType, text) => {
  expect(decodeText(bytes, contentType).replace(/^<\?.*\?>/, '')).toBe(text)
})

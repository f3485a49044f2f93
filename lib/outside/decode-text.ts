import { Stopped } from './stopped'

/** By its byte order mark, else as its Content-Type says, else as its XML declaration says, else as UTF-8 (RFC 7303 §3). */
export function decodeText(bytes: Buffer, contentType: string): string {
  const label = charsetOfMark(bytes) ?? charsetOfType(contentType) ?? charsetOfXml(bytes) ?? 'utf-8'
  return decoderOf(label).decode(bytes)
}

function charsetOfMark(bytes: Buffer): string | undefined {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return 'utf-8'
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be'
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le'
  return undefined
}

function charsetOfType(contentType: string): string | undefined {
  return /;\s*charset\s*=\s*"?([^\s";]+)/i.exec(contentType)?.[1]
}

function charsetOfXml(bytes: Buffer): string | undefined {
  return /^<\?xml\s[^>]*?\bencoding\s*=\s*["']([^"']+)/.exec(bytes.toString('latin1', 0, 200))?.[1]
}

function decoderOf(label: string): TextDecoder {
  try {
    return new TextDecoder(label)
  } catch (error) {
    if (error instanceof RangeError) throw new Stopped('malformed')
    throw error
  }
}

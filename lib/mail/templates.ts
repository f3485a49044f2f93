import { env } from '@/lib/env'
import { oneLine } from './rules'

export type MailItem = { title: string; href: string; lines: string[] }

export type MailPart =
  | { text: string }
  /** Of what follows, where a mail has two matters. */
  | { heading: string }
  | { button: { label: string; href: string } }
  | { link: { label: string; href: string } }
  /** Something to type over, shown large. */
  | { code: string }
  | { items: MailItem[] }

export type MailDraft = {
  subject: string
  parts: MailPart[]
  /** "You get this mail because …": why this person, and how to stop it. */
  why: string
  /** Links of the foot, such as the way to stop these mails. */
  foot?: { label: string; href: string }[]
}

export type ComposedMail = { subject: string; text: string; html: string }

/** Plain text and HTML of one mail, from the same parts. Everything handed in is text: it is escaped here and nowhere else. */
export function composeMail(draft: MailDraft): ComposedMail {
  const board = oneLine(env().BOARD_NAME, 60)
  const subject = oneLine(draft.subject)
  return { subject, text: plainText(draft, board), html: htmlPage({ ...draft, subject }, board) }
}

function plainText({ parts, why, foot = [] }: MailDraft, board: string): string {
  const blocks = parts.map((part) => {
    if ('text' in part) return tidy(part.text)
    if ('heading' in part) return plainHeading(oneLine(part.heading))
    if ('code' in part) return `    ${oneLine(part.code)}`
    if ('items' in part) return part.items.map(plainItem).join('\n\n')
    const { label, href } = 'button' in part ? part.button : part.link
    return `${oneLine(label)}:\n${webAddress(href)}`
  })
  const end = foot.map(({ label, href }) => `${oneLine(label)}: ${webAddress(href)}`)
  return `${[...blocks, ['-- ', board, tidy(why), ...end].join('\n')].join('\n\n')}\n`
}

function plainHeading(heading: string): string {
  return `${heading}\n${'-'.repeat(heading.length)}`
}

function plainItem({ title, href, lines }: MailItem): string {
  return [`* ${oneLine(title)}`, ...lines.map((line) => `  ${oneLine(line)}`), `  ${webAddress(href)}`].join(
    '\n',
  )
}

const font = 'font-family:system-ui,-apple-system,Segoe UI,Roboto,sans-serif'
const small = 'font-size:13px;line-height:1.5;color:#55605a'

function htmlPage({ subject, parts, why, foot = [] }: MailDraft, board: string): string {
  const end = foot.map((link) => `<p style="margin:4px 0">${anchor(link)}</p>`).join('')
  return [
    `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">`,
    `<meta name="color-scheme" content="light dark"><title>${escapeHtml(subject)}</title></head>`,
    `<body style="margin:0;padding:24px 16px;${font};font-size:16px;line-height:1.55">`,
    `<div style="max-width:560px;margin:0 auto"><p style="margin:0 0 16px;font-weight:600">${escapeHtml(board)}</p>`,
    `<h1 style="font-size:20px;line-height:1.3;margin:0 0 16px">${escapeHtml(subject)}</h1>`,
    parts.map(htmlPart).join(''),
    `<hr style="border:0;border-top:1px solid #c8cfc9;margin:28px 0 12px">`,
    `<div style="${small}"><p style="margin:4px 0">${escapeHtml(tidy(why))}</p>${end}</div>`,
    `</div></body></html>`,
  ].join('\n')
}

function htmlPart(part: MailPart): string {
  if ('text' in part)
    return `<p style="margin:0 0 16px">${escapeHtml(tidy(part.text)).replace(/\n/g, '<br>')}</p>`
  if ('heading' in part) {
    return `<h2 style="font-size:18px;line-height:1.3;margin:28px 0 12px">${escapeHtml(oneLine(part.heading))}</h2>`
  }
  if ('link' in part) return `<p style="margin:0 0 16px">${anchor(part.link)}</p>`
  if ('code' in part) {
    return `<p style="margin:0 0 16px;font:600 28px ui-monospace,Menlo,Consolas,monospace;letter-spacing:4px">${escapeHtml(oneLine(part.code))}</p>`
  }
  if ('items' in part) {
    return `<ul style="list-style:none;margin:0 0 16px;padding:0">${part.items.map(htmlItem).join('')}</ul>`
  }
  const shape =
    'display:inline-block;padding:10px 18px;border-radius:6px;background:#155d3b;color:#ffffff;font-weight:600;text-decoration:none'
  return `<p style="margin:0 0 16px">${anchor(part.button, shape)}</p>`
}

function htmlItem({ title, href, lines }: MailItem): string {
  const rest = lines.map((line) => `<br><span style="${small}">${escapeHtml(oneLine(line))}</span>`).join('')
  return `<li style="margin:0;padding:12px 0;border-top:1px solid #c8cfc9">${anchor({ label: title, href }, 'font-weight:600')}${rest}</li>`
}

function anchor({ label, href }: { label: string; href: string }, style = ''): string {
  return `<a href="${escapeHtml(webAddress(href))}"${style ? ` style="${style}"` : ''}>${escapeHtml(oneLine(label))}</a>`
}

/** Paths become addresses of this board; anything but http and https is a bug of the caller. */
function webAddress(href: string): string {
  const url = new URL(href, env().BASE_URL)
  if (url.protocol !== 'https:' && url.protocol !== 'http:')
    throw new Error(`a mail does not link to ${url.protocol}`)
  return url.href
}

function tidy(text: string): string {
  return text
    .split('\n')
    .map((line) => oneLine(line, 2000))
    .join('\n')
}

const entities: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => entities[sign] ?? sign)
}

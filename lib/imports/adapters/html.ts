import { escapeText } from 'entities'

/** A part of a text under its heading; nothing where it says nothing. */
export function section(heading: string | null | undefined, html: string | null | undefined): string {
  if (!html?.trim()) return ''
  return heading?.trim() ? `<h3>${escapeText(heading.trim())}</h3>${html}` : html
}

/** The items of a list (`<li>`s) under their heading. */
export function listSection(heading: string | null | undefined, items: string | null | undefined): string {
  return items?.trim() ? section(heading, `<ul>${items}</ul>`) : ''
}

/** Text without markup: a paragraph where a line is empty, else its lines. */
export function htmlOfText(text: string | null | undefined): string {
  return (text ?? '')
    .split(/\r?\n\s*\r?\n/)
    .filter((paragraph) => paragraph.trim() !== '')
    .map((paragraph) => `<p>${escapeText(paragraph.trim()).replace(/\r?\n/g, '<br>')}</p>`)
    .join('')
}

import { plain } from './text'

/** Separates the parts of a title; `/` and `and` join alternatives within one. */
export const BREAK = ','

/** Words of a title; brackets, dashes and colons become a break, `&` becomes `and`. */
export function titleWords(title: string): string[] {
  return plain(title)
    .replace(/\b(c|f)\+\+/g, '$1pp_')
    .replace(/[–—−|:;()[\]{}@•·~!?"“”„*_<>=#]+(?![a-z]?_)/g, (found) => (found === '#' ? '#' : ` ${BREAK} `))
    .replace(/pp_/g, '++')
    .replace(/\s-+\s|-{2,}|\s-(?=\S)|(?<=\S)-\s/g, ` ${BREAK} `)
    .replace(/-/g, ' ')
    .replace(/&/g, ' and ')
    .replace(/[,/]/g, (mark) => ` ${mark} `)
    .split(/\s+/)
    .filter((word, i, all) => word && !(word === BREAK && all[i - 1] === BREAK))
}

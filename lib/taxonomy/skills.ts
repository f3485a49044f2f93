import type { Taxonomy } from './build'
import { PhraseIndex, plain } from './text'
import type { TaxonomyRows } from './types'

/** Slugs of stated skill names, in the order stated; a name that is not in the list gives none. */
export function resolveSkills(taxonomy: Taxonomy, names: readonly string[]): string[] {
  return [...new Set(names.flatMap((name) => taxonomy.skills.stated(name) ?? []))]
}

/** Slugs of the skills that a text names word for word. Aliases that are ordinary words ("go", "r") never count here. */
export function findSkills(taxonomy: Taxonomy, text: string): string[] {
  return taxonomy.skills.inText(text)
}

export class SkillIndex {
  private readonly all = new PhraseIndex<string>()
  private readonly unmistakable = new PhraseIndex<string>()

  constructor(
    { skills, skillAliases }: Pick<TaxonomyRows, 'skills' | 'skillAliases'>,
    onlyStated: readonly string[],
  ) {
    const slugs = new Map(skills.map((skill) => [skill.id, skill.slug]))
    const ordinary = new Set(onlyStated.map((alias) => skillWords(alias).join(' ')))
    const named = skills.map((skill) => ({ alias: skill.name, skillId: skill.id }))
    for (const { alias, skillId } of [...named, ...skillAliases]) {
      const words = skillWords(alias)
      const slug = slugs.get(skillId)
      const known = this.all.get(words)
      if (!slug || (known && known !== slug)) throw new Error(`alias "${alias}" names ${known} and ${slug}`)
      this.all.add(words, slug)
      if (!ordinary.has(words.join(' '))) this.unmistakable.add(words, slug)
    }
  }

  stated(name: string): string | undefined {
    return this.all.get(skillWords(name))
  }

  inText(text: string): string[] {
    return [...new Set(this.unmistakable.findAll(skillWords(text)).map((match) => match.value))]
  }
}

/** `C++`, `C#` and `.NET` are words; other marks part them. */
export function skillWords(text: string): string[] {
  return plain(text.replace(/(^|[\s,(/])\.net\b/gi, '$1dotnet').replace(/(\w)\.js\b/gi, '$1js'))
    .replace(/[^\p{L}\p{N}+#]+/gu, ' ')
    .split(' ')
    .filter((word) => /[\p{L}\p{N}]/u.test(word))
}

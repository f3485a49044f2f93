import matter from 'gray-matter'
import type { z } from 'zod'

/** The head of a file and the Markdown below it. Throws one line that names the file, the field and what to write instead. */
export function readFrontMatter<H extends { published: string; reviewed: string }>(
  name: string,
  text: string,
  schema: z.ZodType<H>,
): { head: H; source: string } {
  // A language after the fence would let gray-matter evaluate the head as a program.
  if (!/^---\r?\n/.test(text)) throw new Error(`${name}: it must begin with a line --- and its front matter`)
  const { data, content, matter: written } = parse(name, text)
  const result = schema.safeParse(data)
  if (!result.success) {
    const faults = result.error.issues.map(
      (issue) => `${issue.path.join('.') || 'front matter'}: ${issue.message}`,
    )
    throw new Error(`${name}: ${faults.join(' · ')}`)
  }
  const head = result.data
  // YAML turns the 31st of February into a day of March.
  const moved = [head.published, head.reviewed].find((day) => !written.includes(day))
  if (moved) throw new Error(`${name}: published or reviewed is a day that does not exist`)
  return { head, source: content }
}

function parse(name: string, text: string) {
  try {
    // With options given, gray-matter keeps no cache; its cache hides a fault the second time.
    const { data, content, matter: written } = matter(text, {})
    return { data, content, matter: written }
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message.split('\n')[0] : ''
    throw new Error(`${name}: the front matter is not YAML (${reason})`, { cause })
  }
}

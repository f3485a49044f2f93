/** A JSON-LD block; `<` is escaped, because titles and names may hold anything. */
export function JsonLd({ value, nonce }: { value: unknown; nonce: string | undefined }) {
  const json = JSON.stringify(value).replace(/</g, '\\u003c')
  // biome-ignore lint/security/noDangerouslySetInnerHtml: JSON with every `<` escaped cannot end the script
  return <script type="application/ld+json" nonce={nonce} suppressHydrationWarning dangerouslySetInnerHTML={{ __html: json }} />
}

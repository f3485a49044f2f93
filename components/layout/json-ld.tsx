/** A JSON-LD block; `<` is escaped, because titles and names may hold anything. */
export function JsonLd({ value, nonce }: { value: unknown; nonce: string | undefined }) {
  const json = JSON.stringify(value).replace(/</g, '\\u003c')
  return (
    <script
      type="application/ld+json"
      nonce={nonce}
      suppressHydrationWarning
      // biome-ignore lint/security/noDangerouslySetInnerHtml: every `<` of the JSON is escaped
      dangerouslySetInnerHTML={{ __html: json }}
    />
  )
}

import { jsonLdScript } from '@/lib/jobs/jsonld'

/** A JSON-LD block. */
export function JsonLd({ value, nonce }: { value: unknown; nonce: string | undefined }) {
  return (
    <script
      type="application/ld+json"
      nonce={nonce}
      suppressHydrationWarning
      // biome-ignore lint/security/noDangerouslySetInnerHtml: every `<` of the JSON is escaped
      dangerouslySetInnerHTML={{ __html: jsonLdScript(value) }}
    />
  )
}

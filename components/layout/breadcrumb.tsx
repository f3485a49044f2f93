import { JsonLd } from './json-ld'

export type Step = { label: string; href: string }
type Props = { trail: Step[]; baseUrl: string; nonce: string | undefined }

/** Where the page stands, for people and for search engines; the last step is the page itself. */
export function Breadcrumb({ trail, baseUrl, nonce }: Props) {
  return (
    <nav aria-label="Breadcrumb" className="text-14 text-ink-2">
      <ol className="flex flex-wrap gap-x-2">
        {trail.map(({ label, href }, at) => (
          <li key={href} className="flex min-w-0 gap-x-2">
            {at > 0 ? <span aria-hidden="true">/</span> : null}
            {at === trail.length - 1 ? (
              <span aria-current="page">{label}</span>
            ) : (
              <a href={href} className="pointer-coarse:-my-3 pointer-coarse:py-3">
                {label}
              </a>
            )}
          </li>
        ))}
      </ol>
      <JsonLd nonce={nonce} value={breadcrumbList(trail, baseUrl)} />
    </nav>
  )
}

/** https://developers.google.com/search/docs/appearance/structured-data/breadcrumb */
export function breadcrumbList(trail: Step[], baseUrl: string) {
  return {
    '@context': 'https://schema.org',
    '@type': 'BreadcrumbList',
    itemListElement: trail.map(({ label, href }, at) => ({
      '@type': 'ListItem',
      position: at + 1,
      name: label,
      item: new URL(href, baseUrl).href,
    })),
  }
}

import { once } from 'node:events'
import http from 'node:http'
import type { AddressInfo } from 'node:net'

export type SourceJob = { id: string; title: string; place: string; text?: string; pay?: [number, number] }

/** A source of jobs that a test serves and changes: a JSON Feed whose items carry JobPosting markup. */
export class Source {
  jobs: SourceJob[] = []
  /** What it answers instead, when it is broken. */
  broken: { status: number; body: string } | null = null
  asked = 0
  private readonly server = http.createServer((request, response) => {
    this.asked++
    const { status, body } = this.broken ?? { status: 200, body: this.feed() }
    response.writeHead(status, { 'content-type': this.broken ? 'text/html' : 'application/feed+json' })
    response.end(request.method === 'HEAD' ? '' : body)
  })

  async open(): Promise<string> {
    const port = Number(process.env.WAYPOST_E2E_SOURCE_PORT ?? 0)
    this.server.listen(port, 'localhost')
    await once(this.server, 'listening')
    return `http://localhost:${(this.server.address() as AddressInfo).port}/feed.json`
  }

  async close(): Promise<void> {
    this.server.closeAllConnections()
    this.server.close()
    await once(this.server, 'close')
  }

  private feed(): string {
    return JSON.stringify({
      version: 'https://jsonfeed.org/version/1.1',
      title: 'Demo Employer',
      items: this.jobs.map(({ id, title, place, text = 'The work.', pay }) => {
        const [locality, country] = place.split(', ')
        const url = `https://careers.example.org/jobs/${id}`
        return {
          id,
          url,
          title,
          content_html: `<p>${text}</p>`,
          date_published: '2026-10-01T12:00:00Z',
          _jobposting: {
            '@type': 'JobPosting',
            title,
            url,
            identifier: { '@type': 'PropertyValue', name: 'Demo Employer', value: id },
            datePosted: '2026-10-01T12:00:00Z',
            description: `<p>${text}</p>`,
            jobLocation: {
              '@type': 'Place',
              address: { '@type': 'PostalAddress', addressLocality: locality, addressCountry: country },
            },
            ...(pay ? { baseSalary: salary(pay) } : {}),
          },
        }
      }),
    })
  }
}

function salary([minValue, maxValue]: [number, number]) {
  return {
    '@type': 'MonetaryAmount',
    currency: 'EUR',
    value: { '@type': 'QuantitativeValue', minValue, maxValue, unitText: 'YEAR' },
  }
}

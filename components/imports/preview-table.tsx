import { numberText } from '@/components/format'
import type { Preview } from '@/lib/imports/page-queries'
import { seniorityLabels, workplaceLabels } from '@/lib/jobs/labels'

/** The jobs of a source as this board would show them: what it understood, and what it did not. */
export function PreviewTable({ preview, locale }: { preview: Preview; locale: string }) {
  return (
    <div className="overflow-x-auto">
      <table className="w-full text-15">
        <caption className="sr-only">Jobs of the source as this board understands them</caption>
        <thead className="text-left text-14 text-ink-2">
          <tr className="border-b border-line">
            <th scope="col" className="py-1.5 pr-4 font-medium">
              Title
            </th>
            <th scope="col" className="py-1.5 pr-4 font-medium">
              Role and level
            </th>
            <th scope="col" className="py-1.5 pr-4 font-medium">
              Place
            </th>
            <th scope="col" className="py-1.5 pr-4 font-medium">
              Pay
            </th>
            <th scope="col" className="py-1.5 font-medium">
              Skills
            </th>
          </tr>
        </thead>
        <tbody>
          {preview.jobs.map((job) => (
            <tr key={job.externalId} className="border-b border-line align-top">
              <th scope="row" className="py-2 pr-4 text-left font-medium">
                <a href={job.url} rel="nofollow noopener">
                  {job.title}
                </a>
                {job.department ? (
                  <span className="block text-14 font-normal text-ink-2">{job.department}</span>
                ) : null}
              </th>
              <td className="py-2 pr-4">{orNot([job.role, levelOf(job.seniority)])}</td>
              <td className="py-2 pr-4">{orNot([job.places.join('; '), workplaceOf(job.workplace)])}</td>
              <td className="tabular py-2 pr-4">{orNot([job.pay])}</td>
              <td className="py-2 text-14">{orNot([job.skills.slice(0, 8).join(', ')])}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {preview.total > preview.jobs.length ? (
        <p className="pt-2 text-14 text-ink-2">
          The first {numberText(preview.jobs.length, locale)} of {numberText(preview.total, locale)} jobs.
        </p>
      ) : null}
    </div>
  )
}

function orNot(words: readonly (string | null)[]) {
  const said = words.filter((word) => word)
  return said.length > 0 ? said.join(' · ') : <span className="text-ink-2">not stated</span>
}

function levelOf(level: string | null): string | null {
  return level && level in seniorityLabels ? seniorityLabels[level as keyof typeof seniorityLabels] : null
}

function workplaceOf(workplace: string | null): string | null {
  return workplace && workplace in workplaceLabels
    ? workplaceLabels[workplace as keyof typeof workplaceLabels]
    : null
}

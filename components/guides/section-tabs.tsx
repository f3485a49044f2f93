import type { GuideEntry } from '@/lib/guides/queries'
import { sectionLabels } from './words'

/** The pages of one role: plain links that look like tabs. */
export function SectionTabs({ tabs, current }: { tabs: readonly GuideEntry[]; current: string }) {
  return (
    <nav aria-label="Pages of this guide" className="no-print section-tabs">
      <ul>
        {tabs.map(({ href, section }) => (
          <li key={section}>
            <a href={href} aria-current={href === current ? 'page' : undefined}>
              {sectionLabels[section]}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}

import { readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { ROOT } from './board/root'

// Writes THIRD-PARTY-NOTICES.md: every package that a running board loads, with its licence.

type Locked = { version?: string; license?: string; dev?: boolean; optional?: boolean; link?: boolean }

const lock: { packages: Record<string, Locked> } = JSON.parse(
  readFileSync(path.join(ROOT, 'package-lock.json'), 'utf8'),
)

const shipped = Object.entries(lock.packages)
  .filter(([place, entry]) => place.startsWith('node_modules/') && !entry.dev)
  .map(([place, entry]) => {
    const name = place.slice(place.lastIndexOf('node_modules/') + 'node_modules/'.length)
    return `| ${name} | ${entry.version} | ${entry.license ?? 'see the package'} |`
  })

const text = `# Third-party notices

Waypost is MIT (see LICENSE). A running board loads the packages below from the npm registry; each keeps its own licence,
whose text lies in its folder under \`node_modules\`. Made by \`npm run notices\` from \`package-lock.json\`.

The fonts are Geist (© Vercel, SIL OFL 1.1) and Source Serif 4 (© Adobe, SIL OFL 1.1). The embedded database is
PostgreSQL (PostgreSQL Licence). Data and their attributions: [db/seed/NOTICE.md](db/seed/NOTICE.md).
Public statistics in \`content/statistics\` each name their source and licence: the US Bureau of Labor Statistics (public domain) and the salary
survey of aijobs.net (CC0 1.0).

| package | version | licence |
| --- | --- | --- |
${[...new Set(shipped)].sort().join('\n')}
`

writeFileSync(path.join(ROOT, 'THIRD-PARTY-NOTICES.md'), text)

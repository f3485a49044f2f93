import '@fontsource-variable/source-serif-4'
import './globals.css'
import type { Metadata } from 'next'
import { headers } from 'next/headers'
import type { ReactNode } from 'react'
import { DemoBanner } from '@/components/layout/demo-banner'
import { FlashMessage } from '@/components/layout/flash-message'
import { SiteFooter } from '@/components/layout/site-footer'
import { SiteHeader } from '@/components/layout/site-header'
import { ThemeScript } from '@/components/layout/theme-script'
import { env, isDemo } from '@/lib/env'
import { demoOffsetDays } from '@/lib/web/demo'
import { currentViewer } from '@/lib/web/session'
import { letters } from './letters'

/** Every page is rendered on request: each carries its own nonce (decision 7). */
export const dynamic = 'force-dynamic'

export function generateMetadata(): Metadata {
  const { BASE_URL, BOARD_NAME } = env()
  return {
    metadataBase: new URL(BASE_URL),
    title: {
      default: `${BOARD_NAME}: jobs, and guides to the roles behind them`,
      template: `%s · ${BOARD_NAME}`,
    },
    description: 'Narrow thousands of jobs to the ten worth reading, with a guide to each role beside them.',
    ...(isDemo() ? { robots: { index: false, follow: false } } : {}),
  }
}

export default async function RootLayout({ children }: { children: ReactNode }) {
  const [viewer, offsetDays, nonce] = await Promise.all([
    currentViewer(),
    isDemo() ? demoOffsetDays() : null,
    headers().then((given) => given.get('x-nonce') ?? undefined),
  ])
  const { BOARD_NAME, BOARD_LOCALE } = env()
  return (
    <html lang={BOARD_LOCALE} className={letters} suppressHydrationWarning>
      <head>
        <ThemeScript nonce={nonce} />
      </head>
      <body>
        <a
          href="#main"
          className="sr-only z-50 rounded bg-paper px-4 py-2 focus:not-sr-only focus:absolute focus:top-2 focus:left-2"
        >
          Skip to the content
        </a>
        {isDemo() ? <DemoBanner offsetDays={offsetDays} /> : null}
        <SiteHeader board={BOARD_NAME} viewer={viewer} />
        <FlashMessage />
        <main id="main" tabIndex={-1} className="outline-none">
          {children}
        </main>
        <SiteFooter board={BOARD_NAME} />
      </body>
    </html>
  )
}

import type { NextConfig } from 'next'

const config: NextConfig = {
  distDir: process.env.WAYPOST_DIST_DIR ?? '.next',
  poweredByHeader: false,
  reactStrictMode: true,
  // The front does (lib/web/front/serve.ts).
  compress: false,
  // The image optimizer stays off: every picture is local and served as it is (RELIABILITY.md B41).
  images: { unoptimized: true },
  serverExternalPackages: ['pg', 'graphile-worker', 'nodemailer'],
  typedRoutes: false,
  // Types are checked by `tsc` in `npm test`; checking them twice doubles the build time.
  typescript: { ignoreBuildErrors: true },
  devIndicators: false,
}

export default config

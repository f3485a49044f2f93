import { defineConfig } from '@playwright/test'

/** `npm test` starts a board of its own and gives its address and the browser's path; a running board may be named by hand. */
export default defineConfig({
  testDir: 'e2e',
  outputDir: 'test-results',
  fullyParallel: false,
  workers: 2,
  retries: 0,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  reporter: process.env.WAYPOST_E2E_REPORT
    ? [['list'], ['json', { outputFile: process.env.WAYPOST_E2E_REPORT }]]
    : [['list']],
  use: {
    baseURL: process.env.WAYPOST_E2E_URL ?? 'http://localhost:3000',
    locale: 'en-US',
    trace: 'retain-on-failure',
    launchOptions: {
      ...(process.env.CHROMIUM_PATH ? { executablePath: process.env.CHROMIUM_PATH } : {}),
      args: [
        '--no-sandbox',
        '--disable-gpu',
        '--disable-quic',
        '--no-first-run',
        '--disable-background-networking',
      ],
    },
  },
})

// `npm run test:full`: everything that `npm test` runs, with the suites that it samples run whole. Takes an hour or more.
process.env.WAYPOST_FULL = '1'
process.env.FUZZ_SEARCHES ??= '20000'
await import('./test')

export {}

import { defineConfig } from 'vitest/config'

/** `unit`: everything without a browser, on one embedded PostgreSQL. `journeys`: a person's goal in a real Chromium. */
export default defineConfig({
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  test: {
    globalSetup: ['tests/support/postgres.ts'],
    // Many tests wait for a database or a process: two files side by side, on two cores too.
    maxWorkers: 2,
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: [
            'src/**/*.test.{ts,tsx}',
            'libraries/**/*.test.ts',
            'tests/*.test.ts',
            'tests/{chain,faults,operations,upgrade}/*.test.ts',
          ],
          testTimeout: 20_000,
          hookTimeout: 30_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'journeys',
          include: ['tests/journeys/**/*.test.ts'],
          testTimeout: 90_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
})

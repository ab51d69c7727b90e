import { defineConfig } from 'vitest/config'

/** Milliseconds after which a test is taken to hang. NOTE nothing is timed here: machines are busy, and a slow one is no fault. */
const patience = { testTimeout: 120_000, hookTimeout: 240_000, expect: { poll: { timeout: 20_000 } } }
const patienceOfJourneys = { testTimeout: 300_000, hookTimeout: 300_000, expect: { poll: { timeout: 30_000 } } }

/**
 * `unit`: everything without a browser, on one embedded PostgreSQL; `phone`: what runs on the phone, with a phone's store of its
 * own per file; `journeys`: a person's goal in a real Chromium. But for the phone, files share the modules that a worker has
 * loaded: loading them anew for each took half of the time.
 */
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
          isolate: false,
          include: [
            'src/**/*.test.{ts,tsx}',
            'libraries/**/*.test.ts',
            'tests/*.test.ts',
            'tests/{chain,faults,operations,upgrade}/*.test.ts',
          ],
          exclude: ['src/home-visit/**'],
          ...patience,
        },
      },
      {
        extends: true,
        test: {
          name: 'phone',
          include: ['src/home-visit/**/*.test.{ts,tsx}'],
          ...patience,
        },
      },
      {
        extends: true,
        test: {
          name: 'journeys',
          isolate: false,
          include: ['tests/journeys/**/*.test.ts'],
          ...patienceOfJourneys,
        },
      },
    ],
  },
})

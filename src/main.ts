import { ConfigError } from './platform/config/config.ts'
import { isOutage } from './platform/database/outage.ts'
import { startProcess } from './process.ts'

/** Starts Meernet and stops it in order when asked. What cannot start says why in a sentence. */
try {
  await startProcess(process.argv.slice(2))
} catch (error) {
  console.error(`\nMeernet cannot start: ${sentenceOf(error)}`)
  process.exit(1)
}

function sentenceOf(error: unknown): string {
  if (error instanceof ConfigError || !(error instanceof Error))
    return String(error instanceof Error ? error.message : error)
  const cause = error.cause instanceof Error ? ` (${error.cause.message})` : ''
  const words = error.message + cause
  return isOutage(error) ? `the database cannot be used now (${words}). More is said by: npx meernet doctor` : words
}

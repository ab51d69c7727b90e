import type { CommandResult } from '../platform/command-line/command.ts'
import { CommandRefused } from '../platform/command-line/command.ts'
import { ConfigError } from '../platform/config/config.ts'
import { isOutage } from '../platform/database/outage.ts'
import { FileRefused } from '../platform/published-files/refusal.ts'
import { OfferFileRefused } from './offer-file-refused.ts'
import { PopulationRefused } from './rights-simulation/population-refused.ts'

/** Where a command writes: results to `out`, all else to `err`. */
export type Output = {
  readonly out: (text: string) => void
  readonly err: (text: string) => void
  readonly isJson: boolean
  /** Whether somebody watches `err`: then counts run along. */
  readonly isWatched: boolean
}

/** Prints what a command gives: sentences, or one JSON object. */
export function printResult({ out, isJson }: Output, { lines, json }: CommandResult): void {
  out(isJson ? `${JSON.stringify(json)}\n` : `${lines.join('\n')}\n`)
}

/** Prints why a command failed: a sentence to `err`, or one JSON object to `out`. */
export function printFailure({ out, err, isJson }: Output, error: unknown): void {
  const failure = failureOf(error)
  if (isJson) out(`${JSON.stringify({ error: failure })}\n`)
  else err(`${failure.file === null ? '' : 'Refused; nothing was changed. '}${failure.message}\n`)
}

/** Shows a running count in place, while somebody watches; `undefined` wipes it. */
export function progressLine({ err, isWatched }: Output): (text: string | undefined) => void {
  return (text) => {
    if (isWatched) err(text === undefined ? '\r\u001b[K' : `\r\u001b[K${text}`)
  }
}

type Failure = {
  readonly code: string
  readonly message: string
  readonly file: string | null
  readonly sheet: string | null
  readonly line: number | null
  readonly column: string | null
  /** All that is wrong in a file with many parts. */
  readonly problems?: readonly { readonly path: string; readonly expected: string }[]
}

function failureOf(error: unknown): Failure {
  const nowhere = { file: null, sheet: null, line: null, column: null }
  if (error instanceof FileRefused) {
    const { code, message, file, sheet, line, column } = error
    return { code, message, file, sheet, line, column }
  }
  if (error instanceof PopulationRefused) {
    const { code, message, file, line, column } = error
    return { ...nowhere, code, message, file, line, column }
  }
  const message = error instanceof Error ? error.message : String(error)
  if (error instanceof OfferFileRefused) {
    const { code, file, problems } = error
    return { ...nowhere, code, message, file, problems }
  }
  if (error instanceof CommandRefused) return { code: error.code, message, ...nowhere }
  if (error instanceof ConfigError) return { code: 'configuration', message, ...nowhere }
  if (isOutage(error)) {
    const words = `The database cannot be used now (${message}). More is said by: npx meernet doctor`
    return { code: 'unavailable', message: words, ...nowhere }
  }
  return { code: 'unexpected', message, ...nowhere }
}

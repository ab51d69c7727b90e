import pino, { type Logger } from 'pino'
import type { LogLevel } from './config/config.ts'
import { codeOf } from './database/outage.ts'

/** Structured lines on standard output. NOTE no personal data: log identifiers, routes and counts only. */
export function openLog(level: LogLevel): Logger {
  return pino({ level, base: null, timestamp: pino.stdTimeFunctions.isoTime })
}

/**
 * What the log keeps of an error: its name, its code, and where it happened. NOTE never its words: a database quotes the value
 * it refused, and a mail server the address.
 */
export function traceOf(error: Error): Readonly<Record<string, string>> {
  const places = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line))
  return { name: error.name, code: codeOf(error), stack: places.join('\n') }
}

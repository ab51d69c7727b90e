import pino, { type Logger } from 'pino'
import type { LogLevel } from './config/config.ts'

/** Structured lines on standard output. NOTE no personal data: log identifiers, routes and counts only. */
export function openLog(level: LogLevel): Logger {
  return pino({ level, base: null, timestamp: pino.stdTimeFunctions.isoTime })
}

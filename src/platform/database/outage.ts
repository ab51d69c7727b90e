/** The code a database error or a broken socket carries, or nothing. */
export const codeOf = (error: unknown): string =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : ''

/**
 * Whether the database is away, full or busy (classes 08, 53, 57P, 58, or a broken socket): nothing is wrong with what was
 * asked, and the same again later is right.
 */
export function isOutage(error: unknown): boolean {
  if (/^(08|53|57P|58)/.test(codeOf(error)) || socketCodes.has(codeOf(error))) return true
  return error instanceof Error && (brokenConnection.test(error.message) || isOutage(error.cause))
}

const socketCodes = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'EPIPE',
  'ETIMEDOUT',
  'ENOTFOUND',
  'EHOSTUNREACH',
  'EAI_AGAIN',
])

/** What `pg` says without a code: the connection ended under a query, or none became free in time. */
const brokenConnection =
  /^(Connection terminated|Client has encountered a connection error|timeout exceeded when trying to connect|Client was closed)/

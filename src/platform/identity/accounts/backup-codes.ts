import { createHmac, randomInt } from 'node:crypto'
import { symmetricDecrypt } from 'better-auth/crypto'

/** Small letters and digits that nobody takes for another. */
const signs = 'abcdefghjkmnpqrstuvwxyz23456789'
const [codes, groups, groupLength] = [10, 4, 6]

/** Ten new codes, each of 24 signs in four groups: 118 bits, too many to try. */
export const newBackupCodes = (): string[] =>
  Array.from({ length: codes }, () =>
    Array.from({ length: groups }, () => Array.from({ length: groupLength }, randomSign).join('')).join('-'),
  )

/**
 * What is kept of a code, by which it is known again and from which nobody makes it: an HMAC with the secret of the installation.
 * Spaces, dashes and capitals do not matter.
 */
const backupCodeDigest = (secret: Buffer, code: string): string =>
  createHmac('sha256', secret)
    .update(`backup code ${code.replace(/[^A-Za-z0-9]/g, '').toLowerCase()}`)
    .digest('base64url')

/**
 * How the sign-in library keeps a list of codes: as digests, which are also what it is to compare with. Lists that it sealed itself
 * before are read as if they had been kept so, and are from their first use on.
 */
export const keptAsDigests = (secret: Buffer) => ({
  encrypt: async (json: string): Promise<string> =>
    JSON.stringify(listIn(json).map((code) => (code.startsWith(mark) ? code : mark + backupCodeDigest(secret, code)))),
  decrypt: async (kept: string): Promise<string> => {
    if (kept.startsWith('[')) return kept
    const before = listIn(await symmetricDecrypt({ key: secret.toString('base64'), data: kept }))
    return JSON.stringify(before.map((code) => mark + backupCodeDigest(secret, code)))
  },
})

/** A typed code as the library is to compare it. */
export const comparableCode = (secret: Buffer, typed: string): string => mark + backupCodeDigest(secret, typed)

/** What begins with it is a digest already: the library gives back what is left of a list to be kept. */
const mark = 'hmac:'

// Only ever written here or by the library, as a list of texts.
const listIn = (json: string) => JSON.parse(json) as readonly string[]
const randomSign = () => signs[randomInt(signs.length)] ?? ''

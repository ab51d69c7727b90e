/** The ways in that an account has. A password counts with its code only: alone it opens nothing. */
export type Ways = {
  readonly opensByMail: boolean
  readonly passkeys: number
  readonly hasPasswordAndCode: boolean
}

/** One way that somebody would give up. */
export type Way = 'mail' | 'passkey' | 'passwordAndCode'

/**
 * Whether an account may give up one way. A mailbox that opens it is enough by itself. Without that two ways must be left: a
 * phone gets lost, and nobody may shut themselves out.
 */
export function mayGiveUp(ways: Ways, way: Way): boolean {
  const left: Ways = {
    opensByMail: ways.opensByMail && way !== 'mail',
    passkeys: way === 'passkey' ? Math.max(0, ways.passkeys - 1) : ways.passkeys,
    hasPasswordAndCode: ways.hasPasswordAndCode && way !== 'passwordAndCode',
  }
  return left.opensByMail || left.passkeys + (left.hasPasswordAndCode ? 1 : 0) >= 2
}

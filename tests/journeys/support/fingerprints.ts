import type { Page } from 'playwright-core'

/** A device with a fingerprint reader that always knows the finger, as the browser itself offers for tests. */
export type Fingerprints = {
  /** The passkeys on it, to be carried to another device: a key that is plugged in there. */
  all(): Promise<readonly Passkey[]>
  take(passkeys: readonly Passkey[]): Promise<void>
}

/** A passkey as the browser hands it over. */
export type Passkey = {
  readonly credentialId: string
  readonly isResidentCredential: boolean
  readonly privateKey: string
  readonly signCount: number
}

/** Gives the device of this page such a reader, without passkeys. */
export async function fingerprintsOf(page: Page): Promise<Fingerprints> {
  const browser = await page.context().newCDPSession(page)
  await browser.send('WebAuthn.enable')
  const { authenticatorId } = await browser.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  })
  return {
    all: async () => (await browser.send('WebAuthn.getCredentials', { authenticatorId })).credentials,
    take: async (passkeys) => {
      for (const credential of passkeys) await browser.send('WebAuthn.addCredential', { authenticatorId, credential })
    },
  }
}

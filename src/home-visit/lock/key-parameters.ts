/** How hard it is to try phrases: Argon2id with `memoryKib` KiB, `passes`, one lane (RFC 9106). */
export type KeyParameters = { readonly memoryKib: number; readonly passes: number }

/** Measured to stay under a second on a slow phone; see docs/decisions/0006-keys-on-the-phone.md. */
export const keyParameters: KeyParameters = { memoryKib: 19_456, passes: 2 }

/** Makes 32 bytes out of a phrase. */
export type DeriveKey = (
  phrase: string,
  salt: Uint8Array<ArrayBuffer>,
  parameters: KeyParameters,
) => Promise<Uint8Array<ArrayBuffer>>

import type { Db } from '../database/connect.ts'
import type { Transact } from '../database/transact.ts'
import type { Vault } from '../encryption/vault.ts'

/** What signing in stands on. `address` is where people reach us, without a slash at the end. */
export type AuthNeeds = {
  readonly owner: Db
  readonly transact: Transact
  readonly vault: Vault
  readonly clock: () => Date
  readonly address: () => string
  readonly secret: Buffer
  readonly isHttps: boolean
  /** Providers may stand inside the network of this installation. */
  readonly providersMayBeInside: boolean
}

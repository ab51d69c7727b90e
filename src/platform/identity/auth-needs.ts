import type { Db } from '../database/connect.ts'
import type { Transact } from '../database/transact.ts'
import type { Vault } from '../encryption/vault.ts'
import type { IsLeaked } from './accounts/leaked-passwords.ts'

/** What signing in stands on. `address` is where people reach us, without a slash at the end. */
export type AuthNeeds = {
  readonly owner: Db
  readonly transact: Transact
  readonly vault: Vault
  readonly clock: () => Date
  readonly address: () => string
  readonly secret: Buffer
  readonly isHttps: boolean
  /** Says of a password whether it leaked; absent where nobody gave a list. */
  readonly isLeaked?: IsLeaked | undefined
  /** Providers may stand inside the network of this installation. */
  readonly providersMayBeInside: boolean
}

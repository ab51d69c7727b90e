import pino from 'pino'
import { createApp } from '../app.tsx'
import { dataAccessesOf } from '../data-accesses.ts'
import type { Database } from '../platform/database/connect.ts'
import type { Vault } from '../platform/encryption/vault.ts'
import type { DataAccess } from '../registers/municipalities/index.ts'

type Needs = { readonly database: Database; readonly vault: Vault; readonly clock: () => Date }

/** The kinds of data with the rules that guard them (P18), asked of the application itself, which answers no request here. */
export function dataAccessesHere({ database, vault, clock }: Needs): readonly DataAccess[] {
  const { web } = createApp({
    database,
    vault,
    clock,
    log: pino({ level: 'silent' }),
    deliver: () => Promise.reject(new Error('a command sends no mail')),
    browserFolder: '',
    sentFiles: { folder: '', largestBytes: 0, atOnceBytes: 0 },
    isDemo: false,
    isDevelopment: false,
    isHttps: true,
    address: () => '',
    secret: Buffer.alloc(32),
  })
  return dataAccessesOf(web)
}

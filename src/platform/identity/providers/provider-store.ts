import type { Role } from '../../access/actor.ts'
import type { Db } from '../../database/connect.ts'
import type { Tx } from '../../database/transact.ts'
import type { Vault } from '../../encryption/vault.ts'
import type { Provider, RoleValue } from './provider.ts'

/** What the page of signing in offers. */
export type OpenProvider = { readonly slug: string; readonly name: string; readonly municipalityName: string }

/** All that signing in needs, with the secret opened. */
export type UsableProvider = Pick<Provider, 'name' | 'issuer' | 'clientId' | 'roleClaim' | 'roleValues'> &
  OpenProvider & { readonly municipalityId: string; readonly clientSecret: string }

/** What an administrator saves; without `clientSecret` the one that is there stays. */
export type ProviderChange = Omit<Provider, 'checkedAt' | 'version'> & { readonly clientSecret: string | undefined }

/** Providers one may sign in with, by municipality. NOTE as the owner: nobody acts yet. */
export async function openProviders(owner: Db): Promise<readonly OpenProvider[]> {
  const rows = await openProviderQuery(owner).orderBy('municipality_name').execute()
  return rows.map(openProviderFrom)
}

/** The provider of one municipality, when it is on. NOTE as the owner. */
export async function openProviderOf(owner: Db, municipalityId: string): Promise<OpenProvider | undefined> {
  const row = await openProviderQuery(owner).where('municipality_id', '=', municipalityId).executeTakeFirst()
  return row && openProviderFrom(row)
}

/** The provider of a municipality with all that using it takes, when it is on. NOTE as the owner. */
export async function usableProvider(owner: Db, vault: Vault, slug: string): Promise<UsableProvider | undefined> {
  const row = await owner.selectFrom('identity.open_provider').selectAll().where('slug', '=', slug).executeTakeFirst()
  if (!row?.municipality_id || !row.client_secret_sealed) return undefined
  const municipalityId = row.municipality_id
  const roleValues = await owner
    .selectFrom('identity.provider_role')
    .select(['role', 'claim_value'])
    .where('municipality_id', '=', municipalityId)
    .execute()
  return {
    municipalityId,
    slug,
    name: row.name ?? '',
    municipalityName: row.municipality_name ?? '',
    issuer: row.issuer ?? '',
    clientId: row.client_id ?? '',
    clientSecret: await openSecret(vault, municipalityId, row.client_secret_sealed),
    roleClaim: row.role_claim,
    roleValues: roleValues.map(roleValueFrom),
  }
}

/** The provider of the municipality one administers. */
export async function providerHere(tx: Tx): Promise<Provider | undefined> {
  const row = await tx.db
    .selectFrom('identity.provider')
    .selectAll()
    .where('municipality_id', '=', tx.actor.municipalityId)
    .executeTakeFirst()
  if (!row) return undefined
  const roleValues = await tx.db
    .selectFrom('identity.provider_role')
    .select(['role', 'claim_value'])
    .where('municipality_id', '=', tx.actor.municipalityId)
    .orderBy('claim_value')
    .execute()
  return {
    name: row.name,
    issuer: row.issuer,
    clientId: row.client_id,
    roleClaim: row.role_claim,
    roleValues: roleValues.map(roleValueFrom),
    isOn: row.is_on,
    checkedAt: row.checked_at,
    version: row.version,
  }
}

/** The secret that is kept, to check a change with; undefined before the first. */
export async function secretHere(tx: Tx): Promise<string | undefined> {
  const { municipalityId } = tx.actor
  const row = await tx.db
    .selectFrom('identity.provider')
    .select('client_secret_sealed')
    .where('municipality_id', '=', municipalityId)
    .executeTakeFirst()
  return row && openSecret(tx.vault, municipalityId, row.client_secret_sealed)
}

/** Saves the provider from `version` (0 for a first); false when somebody else was before, or a first has no secret. */
export async function saveProvider(tx: Tx, version: number, change: ProviderChange): Promise<boolean> {
  const { municipalityId } = tx.actor
  const key = await tx.vault.zone(municipalityId, municipalityId)
  const secret = change.clientSecret === undefined ? undefined : key.seal(secretOf(municipalityId), change.clientSecret)
  const row = {
    name: change.name,
    issuer: change.issuer,
    client_id: change.clientId,
    role_claim: change.roleClaim,
    is_on: change.isOn,
    checked_at: tx.now,
    version: version + 1,
  }
  const saved =
    version === 0
      ? secret &&
        (await tx.db
          .insertInto('identity.provider')
          .values({ municipality_id: municipalityId, client_secret_sealed: secret, ...row })
          .onConflict((conflict) => conflict.doNothing())
          .returning('version')
          .executeTakeFirst())
      : await tx.db
          .updateTable('identity.provider')
          .set({ ...row, ...(secret && { client_secret_sealed: secret }) })
          .where('municipality_id', '=', municipalityId)
          .where('version', '=', version)
          .returning('version')
          .executeTakeFirst()
  if (!saved) return false
  await saveRoleValues(tx, change.roleValues)
  return true
}

const openProviderQuery = (owner: Db) =>
  owner.selectFrom('identity.open_provider').select(['slug', 'name', 'municipality_name'])

function openProviderFrom(row: Awaited<ReturnType<ReturnType<typeof openProviderQuery>['executeTakeFirstOrThrow']>>) {
  return { slug: row.slug ?? '', name: row.name ?? '', municipalityName: row.municipality_name ?? '' }
}

async function saveRoleValues(tx: Tx, roleValues: readonly RoleValue[]): Promise<void> {
  const { municipalityId } = tx.actor
  await tx.db.deleteFrom('identity.provider_role').where('municipality_id', '=', municipalityId).execute()
  if (roleValues.length === 0) return
  await tx.db
    .insertInto('identity.provider_role')
    .values(roleValues.map(({ role, value }) => ({ municipality_id: municipalityId, role, claim_value: value })))
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

const secretOf = (municipalityId: string) => ({
  column: 'identity.provider.client_secret_sealed',
  rowId: municipalityId,
})

/** NOTE under a key of the municipality as a whole: the secret belongs to none of its data zones. */
async function openSecret(vault: Vault, municipalityId: string, sealed: Buffer): Promise<string> {
  return (await vault.zone(municipalityId, municipalityId)).open(secretOf(municipalityId), sealed)
}

const roleValueFrom = ({ role, claim_value }: { readonly role: string; readonly claim_value: string }): RoleValue => ({
  role: role as Role,
  value: claim_value,
})

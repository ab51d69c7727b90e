import type { Tx } from '../../platform/database/transact.ts'

/** Seals and opens texts of one zone; `column` is `table.column` within guidance. */
export type SealedText = {
  seal(column: string, rowId: string, text: string): Buffer
  sealIfAny(column: string, rowId: string, text: string | null | undefined): Buffer | null
  open(column: string, rowId: string, sealed: Buffer): string
  openIfAny(column: string, rowId: string, sealed: Buffer | null): string | null
}

/** The texts of a zone in the municipality one acts in. */
export async function sealedTextOf(tx: Tx, zoneId: string): Promise<SealedText> {
  const zone = await tx.vault.zone(tx.actor.municipalityId, zoneId)
  const place = (column: string, rowId: string) => ({ column: `guidance.${column}`, rowId })
  const seal = (column: string, rowId: string, text: string) => zone.seal(place(column, rowId), text)
  const open = (column: string, rowId: string, sealed: Buffer) => zone.open(place(column, rowId), sealed)
  return {
    seal,
    open,
    sealIfAny: (column, rowId, text) => (text ? seal(column, rowId, text) : null),
    openIfAny: (column, rowId, sealed) => (sealed ? open(column, rowId, sealed) : null),
  }
}

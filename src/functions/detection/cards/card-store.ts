import type { IsoDate } from '@meernet/calendar'
import { sql } from 'kysely'
import type { Tx } from '../../../platform/database/transact.ts'
import type { ZoneKey } from '../../../platform/encryption/vault.ts'
import { formsKept, numbersOf } from '../../../platform/encryption/word-forms.ts'
import { codeFrom } from './card-code.ts'
import {
  type CardContent,
  emailFolded,
  namingText,
  openContent,
  openMayTell,
  phoneDigits,
  sealContent,
  sealMayTell,
  searchedText,
} from './card-content.ts'
import type { CardAgreement, CardChannel, CardReceiver, CardSource } from './card-input.ts'
import type { CardToFile } from './card-to-file.ts'
import { eraseTold } from './following/told-word-store.ts'

/** A card as it is kept. `content` and what may be told are undefined once erased. */
export type Card = {
  readonly id: string
  readonly zoneId: string
  readonly source: CardSource
  readonly channel: CardChannel
  readonly addressId: string | null
  readonly language: string
  readonly needsInterpreter: boolean
  readonly filledInOn: IsoDate
  readonly filedAt: Date
  readonly content: CardContent | undefined
  readonly agreement: Omit<CardAgreement, 'mayTell' | 'validUntil'> & {
    readonly mayTell: string | undefined
    readonly givenOn: IsoDate
    readonly validUntil: IsoDate | null
    readonly withdrawnOn: IsoDate | null
  }
}

/** The codes that follow from the identifiers of cards; the same at every call, so a repeated filing gives the same receipt. */
export async function codesOf(tx: Tx, cardIds: readonly string[]): Promise<readonly string[]> {
  const key = await municipalKey(tx)
  return cardIds.map((id) => codeFrom(key.digest(`code of card ${id}`)))
}

/** The code that follows from a card's identifier; undefined when it was filed with a code printed on paper. */
export async function codeOfCard(tx: Tx, cardId: string): Promise<string | undefined> {
  const [code = ''] = await codesOf(tx, [cardId])
  return (await cardIdOfCode(tx, code)) === cardId ? code : undefined
}

/** Keeps new cards with their agreements; gives how many were new. One that is there already stays as it is. */
export async function insertCards(tx: Tx, cards: readonly CardToFile[], codes: readonly string[]): Promise<number> {
  if (cards.length === 0) return 0
  const codeKey = await municipalKey(tx)
  const keyOf = await keysOf(tx, cards)
  const columns = rememberingColumns()
  // One parameter, however many cards: a statement holds 65,535 of them.
  const rows = cards.map((card, index) => {
    const { content_sealed, phone_digest, email_digest, ...numbers } = columns(keyOf(card), card.id, card)
    return {
      ...numbers,
      id: card.id,
      zone_id: card.zoneId,
      source: card.source,
      channel: card.channel,
      campaign_id: card.campaignId,
      visit_id: card.visitId,
      address_id: card.addressId,
      language: card.language,
      needs_interpreter: card.needsInterpreter,
      filled_in_on: card.filledInOn,
      code: codeKey.digest(codes[index] ?? '').toString('base64'),
      content: content_sealed.toString('base64'),
      phone: phone_digest?.toString('base64'),
      email: email_digest?.toString('base64'),
    }
  })
  const inserted = await sql`
    insert into detection.referral_card (municipality_id, id, zone_id, source, channel, campaign_id, visit_id, address_id, language,
      needs_interpreter, filled_in_on, filed_at, code_digest, content_sealed, phone_digest, email_digest, name_tokens, word_numbers,
      words_version)
    select ${tx.actor.municipalityId}, id, zone_id, source, channel, campaign_id, visit_id, address_id, language,
      needs_interpreter, filled_in_on, ${tx.now}, decode(code, 'base64'), decode(content, 'base64'), decode(phone, 'base64'),
      decode(email, 'base64'), name_tokens, word_numbers, words_version
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as row (id uuid, zone_id uuid, source text, channel text,
      campaign_id uuid, visit_id uuid, address_id uuid, language text, needs_interpreter boolean, filled_in_on date, code text,
      content text, phone text, email text, name_tokens integer[], word_numbers integer[], words_version smallint)
    on conflict do nothing`.execute(tx.db)
  await insertAgreements(tx, cards, keyOf)
  return Number(inserted.numAffectedRows ?? 0)
}

async function insertAgreements(
  tx: Tx,
  cards: readonly CardToFile[],
  keyOf: (card: CardToFile) => ZoneKey,
): Promise<void> {
  const rows = cards.map((card) => ({
    card_id: card.id,
    zone_id: card.zoneId,
    may_tell: sealMayTell(keyOf(card), card.id, card.agreement.mayTell).toString('base64'),
    to_whom: card.agreement.toWhom,
    given: card.agreement.given,
    given_on: card.filledInOn,
    valid_until: card.agreement.validUntil,
  }))
  await sql`
    insert into detection.card_agreement (municipality_id, card_id, zone_id, may_tell_sealed, to_whom, given, given_on, valid_until)
    select ${tx.actor.municipalityId}, card_id, zone_id, decode(may_tell, 'base64'), to_whom, given, given_on, valid_until
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as row (card_id uuid, zone_id uuid, may_tell text, to_whom text[],
      given text, given_on date, valid_until date)
    on conflict do nothing`.execute(tx.db)
}

/** Cards by identifier, opened; those the actor may not read are left out. */
export async function cardsById(tx: Tx, ids: readonly string[]): Promise<readonly Card[]> {
  if (ids.length === 0) return []
  const rows = await cardRows(tx)
    .where('c.id', 'in', [...ids])
    .execute()
  const keyOf = await keysOf(
    tx,
    rows.map(({ zone_id }) => ({ zoneId: zone_id })),
  )
  return rows.map((row) => cardFrom(row, keyOf({ zoneId: row.zone_id })))
}

export async function cardById(tx: Tx, id: string): Promise<Card | undefined> {
  const [card] = await cardsById(tx, [id])
  return card
}

/** The identifier of the card that `code` follows. NOTE as the program: a code holder has no account. */
export async function cardIdOfCode(tx: Tx, code: string): Promise<string | undefined> {
  const key = await municipalKey(tx)
  const row = await tx.db
    .selectFrom('detection.referral_card')
    .select('id')
    .where('code_digest', '=', key.digest(code))
    .executeTakeFirst()
  return row?.id
}

/** Writes the content anew, for example with another telephone number. */
export async function changeContent(tx: Tx, card: Card, content: CardContent): Promise<void> {
  const keyOf = await keysOf(tx, [card])
  await tx.db
    .updateTable('detection.referral_card')
    .set(contentColumns(keyOf(card), card.id, content))
    .where('id', '=', card.id)
    .execute()
}

/** Erases what the card says; that it was there, and from whom, stays. */
export async function eraseContent(tx: Tx, cardIds: readonly string[]): Promise<void> {
  if (cardIds.length === 0) return
  await tx.db
    .updateTable('detection.referral_card')
    .set({
      content_sealed: null,
      word_numbers: [],
      name_tokens: [],
      phone_digest: null,
      email_digest: null,
      erased_at: tx.now,
    })
    .where('id', 'in', [...cardIds])
    .where('erased_at', 'is', null)
    .execute()
  await tx.db
    .updateTable('detection.card_agreement')
    .set({ may_tell_sealed: null })
    .where('card_id', 'in', [...cardIds])
    .execute()
  await eraseTold(tx, cardIds)
}

/** Notes that the person takes the agreement back; what was told on it goes with it. */
export async function withdrawCardAgreement(
  tx: Tx,
  cardId: string,
  by: 'codeHolder' | 'staff',
  on: IsoDate,
): Promise<void> {
  await tx.db
    .updateTable('detection.card_agreement')
    .set({ withdrawn_on: on, withdrawn_by: by })
    .where('card_id', '=', cardId)
    .where('withdrawn_on', 'is', null)
    .execute()
  await eraseTold(tx, [cardId])
}

/** Key under which codes are digested: of the municipality, for a code does not say in which zone its card is. */
function municipalKey(tx: Tx): Promise<ZoneKey> {
  return tx.vault.zone(tx.actor.municipalityId, tx.actor.municipalityId)
}

async function keysOf(tx: Tx, cards: readonly { readonly zoneId: string }[]) {
  const zoneIds = [...new Set(cards.map(({ zoneId }) => zoneId))]
  const keys = new Map(
    await Promise.all(zoneIds.map(async (id) => [id, await tx.vault.zone(tx.actor.municipalityId, id)] as const)),
  )
  return ({ zoneId }: { readonly zoneId: string }): ZoneKey => keys.get(zoneId) ?? fail(zoneId)
}

/** `contentColumns` for many cards, which share most forms of words: each number is worked out once per key. */
function rememberingColumns() {
  const known = new Map<ZoneKey, ZoneKey>()
  return (key: ZoneKey, cardId: string, content: CardContent) => {
    const remembering = known.get(key) ?? rememberingDigests(key)
    known.set(key, remembering)
    return contentColumns(remembering, cardId, content)
  }
}

function rememberingDigests(key: ZoneKey): ZoneKey {
  const digests = new Map<string, Buffer>()
  const digest = (text: string) => {
    const made = digests.get(text) ?? key.digest(text)
    digests.set(text, made)
    return made
  }
  return { ...key, digest }
}

function contentColumns(key: ZoneKey, cardId: string, content: CardContent) {
  return {
    content_sealed: sealContent(key, cardId, content),
    ...wordColumns(key, content),
    name_tokens: [...key.tokens(namingText(content))],
    phone_digest: content.phone ? key.digest(`phone ${phoneDigits(content.phone)}`) : null,
    email_digest: content.email ? key.digest(`email ${emailFolded(content.email)}`) : null,
  }
}

/** By which rules words are indexed: raise it when `formsKept` or `searchedText` changes, and cards are indexed again. */
export const wordsVersion = 1

/** What a card is found by: keyed numbers of the forms of its words. */
export function wordColumns(key: ZoneKey, content: CardContent) {
  return { word_numbers: [...numbersOf(key, formsKept(searchedText(content)))], words_version: wordsVersion }
}

function cardRows(tx: Tx) {
  return tx.db
    .selectFrom('detection.referral_card as c')
    .innerJoin('detection.card_agreement as a', (join) =>
      join.onRef('a.card_id', '=', 'c.id').onRef('a.municipality_id', '=', 'c.municipality_id'),
    )
    .select(['c.id', 'c.zone_id', 'c.source', 'c.channel', 'c.address_id', 'c.language', 'c.needs_interpreter'])
    .select(['c.filled_in_on', 'c.filed_at', 'c.content_sealed'])
    .select(['a.may_tell_sealed', 'a.to_whom', 'a.given', 'a.given_on', 'a.valid_until', 'a.withdrawn_on'])
}

type CardRow = Awaited<ReturnType<ReturnType<typeof cardRows>['executeTakeFirstOrThrow']>>

function cardFrom(row: CardRow, key: ZoneKey): Card {
  return {
    id: row.id,
    zoneId: row.zone_id,
    source: row.source as CardSource,
    channel: row.channel as CardChannel,
    addressId: row.address_id,
    language: row.language,
    needsInterpreter: row.needs_interpreter,
    filledInOn: row.filled_in_on,
    filedAt: row.filed_at,
    content: row.content_sealed ? openContent(key, row.id, row.content_sealed) : undefined,
    agreement: {
      mayTell: row.may_tell_sealed ? openMayTell(key, row.id, row.may_tell_sealed) : undefined,
      toWhom: row.to_whom as CardReceiver[],
      given: row.given as CardAgreement['given'],
      givenOn: row.given_on,
      validUntil: row.valid_until,
      withdrawnOn: row.withdrawn_on,
    },
  }
}

function fail(zoneId: string): never {
  throw new Error(`no key was fetched for zone ${zoneId}`)
}

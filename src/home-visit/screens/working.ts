import { isoDateIn } from '@meernet/calendar'
import type { VisitAct, VisitorRound } from '../../functions/detection/contract.ts'
import type { Change } from '../notebook/notebook-store.ts'
import { type BegunCheck, type CardDraft, type DoorView, doorsOf, type Page } from '../notebook/page.ts'

/** What a screen works with: the page to show, and how to write. True once it is on disk; false when the phone could not, which is said. */
export type Working = {
  readonly page: Page
  /** The moment it is, also when the clock of the phone is wrong. */
  readonly now: () => Date
  readonly write: (acts: readonly VisitAct[], changes?: readonly Change[]) => Promise<boolean>
  readonly keepDraft: (draft: CardDraft) => Promise<boolean>
  readonly keepCheck: (check: BegunCheck) => Promise<boolean>
  readonly dropCheck: (roundAddressId: string) => Promise<boolean>
}

/** A door with its round; undefined once the phone has forgotten it. */
export function doorWithRound(
  page: Page,
  doorId: string,
): { readonly door: DoorView; readonly round: VisitorRound } | undefined {
  for (const round of page.rounds) {
    const door = doorsOf(page, round).find(({ id }) => id === doorId)
    if (door) return { door, round }
  }
  return undefined
}

/** Today's round, or else the first to come. */
export function roundToShow(work: Working): VisitorRound | undefined {
  const today = todayHere(work)
  return work.page.rounds.find(({ day }) => day >= today) ?? work.page.rounds[0]
}

/** `Molenstraat 12 / 3`; a door without a street: `12 (Molenstraat)`, with the street it is near. */
export const addressText = (door: Pick<DoorView, 'street' | 'streetNearby' | 'number' | 'box'>): string =>
  door.street === null ? numberText(door) : `${door.street} ${numberText(door)}`

/** The number of a door among those of its street; without one also near which street it is. */
export const numberText = ({ streetNearby, number, box }: Omit<Parameters<typeof addressText>[0], 'street'>): string =>
  `${number}${box ? ` / ${box}` : ''}${streetNearby ? ` (${streetNearby})` : ''}`

/** Today where the visits are, whatever the phone thinks of time zones. */
export const todayHere = ({ now }: Pick<Working, 'now'>): string => isoDateIn('Europe/Brussels', now())

/** The moment of an act, as it travels. */
export const momentText = ({ now }: Pick<Working, 'now'>): string => now().toISOString()

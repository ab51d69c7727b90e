import type { Netegem } from '../netegem.ts'
import { callOfVisitor, cardOfANeighbourhood, safetyConcern, secondAsked } from './cards.ts'
import { areas, figures } from './files.ts'
import type { Made, Maker } from './made.ts'
import { deletions, reimbursement, requestAboutOwnData, sheetsThatAreAlike } from './registers.ts'
import { invitation, passkey, phones, reviewOfAccess } from './ways-in.ts'

/**
 * Makes one of everything that the demo has none of, as those who work there do: by forms, by a phone, and by the work of the night.
 * With a card of one neighbourhood, of which the demo has many.
 */
export async function makeWhatTheDemoLacks(netegem: Netegem): Promise<readonly Made[]> {
  const made = []
  for (const make of makers) made.push(...[await make(netegem)].flat())
  return made
}

const makers: readonly Maker[] = [
  requestAboutOwnData,
  reviewOfAccess,
  passkey,
  phones,
  invitation,
  figures,
  areas,
  sheetsThatAreAlike,
  callOfVisitor,
  secondAsked,
  safetyConcern,
  cardOfANeighbourhood,
  reimbursement,
  deletions,
]

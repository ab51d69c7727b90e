import type { Tx } from '../../../../platform/database/transact.ts'
import { type DemoWorld, demoWorld } from '../../../../platform/demo/demo-world.ts'
import type { DemoPlaces } from '../../../../registers/places/index.ts'
import { addCampaign, campaignById } from '../campaign-store.ts'
import { makeLettersFor } from '../letters/actions.ts'
import { addToList } from './address-list-store.ts'

type Needs = { readonly zoneId: string; readonly coordinatorId: string; readonly places: DemoPlaces }

/** Addresses on the list: few, as such a decision should be. */
const listed = 14

/**
 * A planned campaign of chosen addresses, with its ground, who decided and what the letter says; addresses only. Chance of
 * its own, so that the rest of the demo stays as it is.
 */
export async function demoSelectedCampaign(
  tx: Tx,
  { municipalityId, today }: DemoWorld,
  { zoneId, coordinatorId, places }: Needs,
): Promise<void> {
  const world = demoWorld(2024, municipalityId, today)
  const area = places.neighbourhoods[2]
  if (!area) return
  const id = world.id()
  await addCampaign(
    tx,
    { id, zoneId, createdBy: coordinatorId },
    {
      kind: 'selected',
      name: `${area.name}, na nieuwjaar`,
      reason: 'Horen hoe het gaat met wie in de winter alleen thuis is.',
      criteria: '75 jaar of ouder en alleen wonend, volgens de lijst van de dienst bevolking',
      letterWords: 'We gaan deze winter langs bij oudere mensen die alleen wonen, om te horen hoe het met hen gaat.',
      destroyOn: world.day(120),
      decidedBy: 'college van burgemeester en schepenen van Netegem',
      decidedOn: world.day(-12),
      legalGroundType: 'publicTask',
      legalGround: 'Decreet lokaal sociaal beleid; beslissing 2026/131 (verzonnen)',
      languages: ['nl', 'fr'],
      startsOn: world.day(45),
      endsOn: world.day(70),
      onCallUserId: coordinatorId,
      neighbourhoodIds: [area.id],
    },
  )
  const doors = places.addresses.filter(({ neighbourhoodId }) => neighbourhoodId === area.id)
  await addToList(
    tx,
    id,
    Array.from({ length: listed }, () => world.pick(doors).id),
  )
  const campaign = await campaignById(tx, id)
  if (campaign) await makeLettersFor(tx, campaign, world.whole)
}

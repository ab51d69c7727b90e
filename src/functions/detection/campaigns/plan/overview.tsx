import { systemActor } from '../../../../platform/access/actor.ts'
import { type Ctx, staffOf, workplacePage } from '../../../../platform/http/index.ts'
import { namesOf } from '../../../../platform/identity/colleagues.ts'
import { streetsOf } from '../../../../registers/places/index.ts'
import { readCertificates, readCriteria, readFigures } from '../access.ts'
import { type Campaign, outcomes } from '../campaign.ts'
import { certificateOf } from '../certificates/certificate-store.ts'
import { countLetters } from '../letters/letter-store.ts'
import { pairsOf } from '../pairs/pair-store.ts'
import { type Needs, partsFor } from '../parts.ts'
import { countWaiting } from '../rounds/plan-store.ts'
import { outcomesOf, roundLines } from '../rounds/progress-store.ts'
import { shownParts } from '../tallies/reach.ts'
import { progressMapOf } from './campaign-map.ts'
import { CampaignPage } from './views/campaign-page.tsx'
import { OutsiderPage } from './views/outsider-page.tsx'

/** The first page of a campaign for who leads it; with the sentence that says why a step was refused. */
export async function leaderPage(needs: Needs, c: Ctx, campaign: Campaign, stepError?: string): Promise<Response> {
  const t = c.get('t')
  const page = await needs.transact(staffOf(c), async (tx) => {
    const rounds = await roundLines(tx, campaign.id)
    const doorsWaiting = campaign.state === 'ended' ? 0 : await countWaiting(tx, campaign, t.today)
    const preparation = {
      letters: await countLetters(tx, campaign.id),
      pairs: (await pairsOf(tx, campaign.id)).length,
      rounds: rounds.length,
      doorsWaiting,
    }
    const onCall = (await namesOf(tx, [campaign.onCallUserId])).get(campaign.onCallUserId)
    const hasCertificate = (await certificateOf(tx, campaign.id)) !== undefined
    return { preparation, onCall, hasCertificate, ...(await progressMapOf(tx, campaign)) }
  })
  return workplacePage(
    c,
    { title: campaign.name },
    <CampaignPage t={t} campaign={campaign} parts={partsFor(staffOf(c))} {...page} stepError={stepError} />,
    stepError ? 422 : 200,
  )
}

/** The same for who only knows of it: no door, and numbers that point at nobody. */
export async function outsiderPage(needs: Needs, c: Ctx, campaign: Campaign): Promise<Response> {
  const t = c.get('t')
  const actor = staffOf(c)
  const { streets, hasCertificate } = await needs.transact(actor, async (tx) => ({
    streets: await streetsOf(tx, { ids: campaign.streetIds }),
    hasCertificate: readCertificates.allows(actor) && (await certificateOf(tx, campaign.id)) !== undefined,
  }))
  // The program counts: these roles see no door, only numbers that point at nobody (P13).
  const counted = readFigures.allows(actor)
    ? await needs.transact(systemActor(actor.municipalityId, 'campaigns.figures'), (tx) => outcomesOf(tx, campaign.id))
    : undefined
  return workplacePage(
    c,
    { title: campaign.name },
    <OutsiderPage
      t={t}
      campaign={campaign}
      parts={partsFor(actor)}
      streetNames={streets.map(({ name }) => name)}
      outcomes={counted && shownParts(inOrder(counted))}
      showsGround={readCriteria.allows(actor)}
      hasCertificate={hasCertificate}
    />,
  )
}

/** As a visit goes, so that the table reads the same each time. */
function inOrder<Part extends { readonly key: string }>(parts: readonly Part[]): readonly Part[] {
  const order = ['none', ...outcomes, 'optedOut']
  return parts.toSorted((one, other) => order.indexOf(one.key) - order.indexOf(other.key))
}

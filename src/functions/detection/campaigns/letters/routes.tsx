import { create as encodeQr } from 'qrcode'
import type { Tx } from '../../../../platform/database/transact.ts'
import {
  type Ctx,
  leaveFlash,
  may,
  municipalityOf,
  notFound,
  printPage,
  type Routes,
  staffOf,
  workplacePage,
} from '../../../../platform/http/index.ts'
import { catalogue, textsIn } from '../../../../platform/messages/index.ts'
import { streetsOf } from '../../../../registers/places/index.ts'
import { leadCampaigns } from '../access.ts'
import { type Campaign, withoutStreet } from '../campaign.ts'
import { campaignAt, type Needs, partsFor } from '../parts.ts'
import { lettersOfStreet, makeLetters } from './actions.ts'
import { type LetterCount, lettersPerStreet } from './letter-store.ts'
import { LetterSheets } from './views/letter-sheet.tsx'
import { LettersPage, type StreetLetters } from './views/letters-page.tsx'

type LetterNeeds = Needs & { readonly clock: () => Date; readonly address: () => string }

/** Letters of a campaign, on A4 sheets from the browser's printer. */
export function letterRoutes(routes: Routes, needs: LetterNeeds): void {
  routes.get('/campaigns/:id/letters', may(leadCampaigns), async (c) => {
    const t = c.get('t')
    const campaign = await campaignAt(needs, c)
    const streets = await needs.transact(staffOf(c), (tx) => namedCounts(tx, campaign))
    return workplacePage(
      c,
      { title: t('detection.campaign.part.letters') },
      <LettersPage t={t} campaign={campaign} parts={partsFor(staffOf(c))} streets={streets} />,
    )
  })

  routes.post('/campaigns/:id/letters', may(leadCampaigns), async (c) => {
    const campaign = await campaignAt(needs, c)
    if ((await makeLetters(needs, staffOf(c), campaign.id)) === undefined) notFound('open campaign', campaign.id)
    leaveFlash(c, 'detection.letter.ready')
    return c.redirect(`/campaigns/${campaign.id}/letters`, 303)
  })

  routes.get('/campaigns/:id/letters/sheets', may(leadCampaigns), async (c) => {
    const t = c.get('t')
    const campaign = await campaignAt(needs, c)
    const street = c.req.query('street') ?? ''
    const letters = await lettersOfStreet(needs, staffOf(c), campaign, street === withoutStreet ? null : street)
    if (letters.length === 0) notFound('letters', 'of this street')
    const shared = { campaign, ...letterFrame(needs, c) }
    return printPage(
      c,
      {
        title: t('detection.campaign.part.letters'),
        back: { href: `/campaigns/${campaign.id}/letters`, text: t('detection.letter.back') },
        hint: t('detection.letter.hint', { letters: letters.length }),
      },
      <LetterSheets {...shared} letters={letters} />,
    )
  })
}

/** By name, the doors without a street last. */
async function namedCounts(tx: Tx, campaign: Campaign): Promise<readonly StreetLetters[]> {
  if (campaign.kind === 'selected') return wholeList(await lettersPerStreet(tx, campaign))
  const counts = new Map((await lettersPerStreet(tx, campaign)).map((count) => [count.streetId, count]))
  const named = (await streetsOf(tx, { ids: campaign.streetIds })).map(({ id, name }) => ({ id, name }))
  return [...named, { id: null, name: null }].flatMap(({ id, name }) => {
    const count = counts.get(id)
    return count ? [{ ...count, name }] : []
  })
}

/** The letters of a list together: most of its streets have one. */
function wholeList(counts: readonly LetterCount[]): readonly StreetLetters[] {
  const sum = (count: (street: LetterCount) => number) => counts.reduce((total, street) => total + count(street), 0)
  const [addresses, letters] = [sum((street) => street.addresses), sum((street) => street.letters)]
  return addresses > 0 ? [{ streetId: null, name: null, addresses, letters }] : []
}

/** What all letters share: the languages, and where the code can be typed. The code itself is never in an address. */
function letterFrame({ clock, address }: LetterNeeds, c: Ctx) {
  const municipality = municipalityOf(c)
  const optOutAddress = `${address()}/in/${municipality.slug}/opt-out`
  const { data, size } = encodeQr(optOutAddress).modules
  return {
    municipality,
    texts: municipality.languages.map((language) => textsIn(catalogue, language, clock())),
    optOutAddress: optOutAddress.replace(/^https?:\/\//, ''),
    optOutModules: Array.from({ length: size }, (_, row) =>
      Array.from({ length: size }, (_, column) => data[row * size + column] === 1),
    ),
  }
}

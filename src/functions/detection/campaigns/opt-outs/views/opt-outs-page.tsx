import type { Texts } from '../../../../../platform/messages/index.ts'
import type { Address } from '../../../../../registers/places/index.ts'
import { Count, EmptyState, Hint, Section } from '../../../../../ui/index.ts'
import type { Campaign } from '../../campaign.ts'
import { AddressFinder, type AddressSearch } from '../../views/address-finder.tsx'
import { AddressList } from '../../views/address-list.tsx'
import { CampaignFrame, type CampaignPart } from '../../views/campaign-frame.tsx'

type Props = {
  readonly t: Texts
  readonly campaign: Campaign
  readonly parts: readonly CampaignPart[]
  readonly optedOut: readonly Address[]
  readonly search: AddressSearch
}

/** Addresses that would rather have no visit; somebody who calls is noted here. */
export function OptOutsPage({ t, campaign, parts, optedOut, search }: Props) {
  const base = `/campaigns/${campaign.id}/opt-outs`
  return (
    <CampaignFrame t={t} campaign={campaign} part="opt-outs" parts={parts}>
      <Section title={t('detection.optOut.byPhone')}>
        <Hint>{t('detection.optOut.hint')}</Hint>
        <AddressFinder
          t={t}
          page={base}
          hint={t('detection.optOut.searchHint')}
          search={search}
          nothingFound={{ title: t('detection.optOut.notFound'), text: t('detection.optOut.notFound.text') }}
          act={{ to: base, field: 'addressId', text: t('detection.optOut.note'), look: 'secondary' }}
        />
      </Section>
      <Section title={t('detection.campaign.part.opt-outs')} beside={<Count value={optedOut.length} />}>
        {optedOut.length === 0 ? (
          <EmptyState title={t('detection.optOut.none')} icon="door-open" />
        ) : (
          <AddressList
            t={t}
            label={t('detection.campaign.part.opt-outs')}
            addresses={optedOut}
            act={{ to: `${base}/removal`, field: 'addressId', text: t('detection.optOut.remove'), look: 'quiet' }}
          />
        )}
      </Section>
    </CampaignFrame>
  )
}

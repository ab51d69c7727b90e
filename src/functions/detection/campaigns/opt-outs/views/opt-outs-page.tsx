import type { Texts } from '../../../../../platform/messages/index.ts'
import { type Address, addressLine } from '../../../../../registers/places/index.ts'
import {
  Button,
  ButtonRow,
  Count,
  EmptyState,
  Form,
  Hint,
  LinkList,
  SearchField,
  Section,
} from '../../../../../ui/index.ts'
import type { Campaign } from '../../campaign.ts'
import { CampaignFrame, type CampaignPart } from '../../views/campaign-frame.tsx'

type Props = {
  readonly t: Texts
  readonly campaign: Campaign
  readonly parts: readonly CampaignPart[]
  readonly optedOut: readonly Address[]
  readonly search: { readonly typed: string; readonly found: readonly Address[] }
}

/** Addresses that would rather have no visit; somebody who calls is noted here. */
export function OptOutsPage({ t, campaign, parts, optedOut, search }: Props) {
  const base = `/campaigns/${campaign.id}/opt-outs`
  return (
    <CampaignFrame t={t} campaign={campaign} part="opt-outs" parts={parts}>
      <Section title={t('detection.optOut.byPhone')}>
        <Hint>{t('detection.optOut.hint')}</Hint>
        <Form action={base} method="get" label={t('detection.optOut.search')}>
          <SearchField
            name="q"
            label={t('detection.optOut.search')}
            hint={t('detection.optOut.searchHint')}
            value={search.typed}
          />
          <ButtonRow>
            <Button look="secondary" icon="search">
              {t('detection.optOut.find')}
            </Button>
          </ButtonRow>
        </Form>
        {search.found.length > 0 ? (
          <LinkList
            label={t('detection.optOut.found')}
            items={search.found.map((address) => ({
              key: address.id,
              title: addressLine(t, address),
              actions: (
                <Form action={base} look="inline" hidden={{ addressId: address.id }}>
                  <Button look="secondary" about={addressLine(t, address)}>
                    {t('detection.optOut.note')}
                  </Button>
                </Form>
              ),
            }))}
          />
        ) : search.typed ? (
          <EmptyState
            title={t('detection.optOut.notFound')}
            text={t('detection.optOut.notFound.text')}
            icon="map-pin"
          />
        ) : null}
      </Section>
      <Section title={t('detection.campaign.part.opt-outs')} beside={<Count value={optedOut.length} />}>
        {optedOut.length === 0 ? (
          <EmptyState title={t('detection.optOut.none')} icon="door-open" />
        ) : (
          <LinkList
            label={t('detection.campaign.part.opt-outs')}
            items={optedOut.map((address) => ({
              key: address.id,
              title: addressLine(t, address),
              actions: (
                <Form action={`${base}/removal`} look="inline" hidden={{ addressId: address.id }}>
                  <Button look="quiet" about={addressLine(t, address)}>
                    {t('detection.optOut.remove')}
                  </Button>
                </Form>
              ),
            }))}
          />
        )}
      </Section>
    </CampaignFrame>
  )
}

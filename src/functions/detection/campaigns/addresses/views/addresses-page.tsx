import type { Texts } from '../../../../../platform/messages/index.ts'
import type { Address } from '../../../../../registers/places/index.ts'
import {
  Button,
  ButtonRow,
  Count,
  DescriptionList,
  Disclosure,
  EmptyState,
  ErrorSummary,
  FileField,
  Form,
  List,
  Notice,
  Section,
} from '../../../../../ui/index.ts'
import type { Campaign } from '../../campaign.ts'
import { AddressFinder, type AddressSearch } from '../../views/address-finder.tsx'
import { AddressList } from '../../views/address-list.tsx'
import { CampaignFrame, type CampaignPart } from '../../views/campaign-frame.tsx'
import { groundOf } from '../../views/ground.ts'

export type AddressesPageProps = {
  readonly t: Texts
  readonly campaign: Campaign
  readonly parts: readonly CampaignPart[]
  /** By street and number: never by anything about who lives there (P20). */
  readonly addresses: readonly Address[]
  readonly search: AddressSearch
  /** Why the file that was sent is not read. */
  readonly fileError?: string | undefined
}

/** The list of a selected campaign: addresses from a file or from the register, with what was decided above them. */
export function AddressesPage(props: AddressesPageProps) {
  const { t, campaign, parts, addresses } = props
  const isOpen = campaign.state === 'planned'
  return (
    <CampaignFrame t={t} campaign={campaign} part="addresses" parts={parts}>
      <ErrorSummary
        title={t('form.summary')}
        errors={props.fileError ? [{ field: 'file', text: props.fileError }] : []}
      />
      <DescriptionList items={groundOf(t, campaign)} />
      {isOpen ? (
        <>
          <Upload {...props} />
          <Search {...props} />
        </>
      ) : null}
      <Section title={t('detection.addresses.list')} beside={<Count value={addresses.length} />}>
        {isOpen ? null : <Notice title={t(fixedText(campaign))} />}
        {addresses.length === 0 ? (
          isOpen ? (
            <EmptyState title={t('detection.addresses.none')} icon="map-pin" />
          ) : null
        ) : (
          <Listed {...props} />
        )}
      </Section>
    </CampaignFrame>
  )
}

const fixedText = ({ listsErasedOn }: Campaign) =>
  listsErasedOn ? 'detection.addresses.destroyed' : 'detection.addresses.fixed'

function Upload({ t, campaign, fileError }: AddressesPageProps) {
  return (
    <Section title={t('detection.addresses.fromFile')}>
      <List
        items={[
          t('detection.addresses.file.columns'),
          t('detection.addresses.file.noOthers'),
          t('detection.addresses.file.notKept'),
        ]}
      />
      <Form action={`/campaigns/${campaign.id}/addresses/imports`} encType="multipart/form-data">
        <FileField
          name="file"
          label={t('detection.addresses.file')}
          hint={t('detection.addresses.file.hint')}
          accept=".csv,text/csv,text/plain"
          error={fileError}
          required
        />
        <ButtonRow>
          <Button look="secondary">{t('detection.addresses.look')}</Button>
        </ButtonRow>
      </Form>
    </Section>
  )
}

function Search({ t, campaign, search }: AddressesPageProps) {
  const base = `/campaigns/${campaign.id}/addresses`
  return (
    <Section title={t('detection.addresses.fromRegister')}>
      <AddressFinder
        t={t}
        page={base}
        hint={t('detection.addresses.searchHint')}
        search={search}
        nothingFound={{ title: t('detection.addresses.notFound'), text: t('detection.addresses.notFound.text') }}
        withPostalCode
        act={{ to: base, field: 'addressIds', text: t('detection.addresses.add'), look: 'secondary' }}
      />
    </Section>
  )
}

function Listed({ t, campaign, addresses }: AddressesPageProps) {
  const base = `/campaigns/${campaign.id}/addresses`
  const isOpen = campaign.state === 'planned'
  const list = (
    <AddressList
      t={t}
      label={t('detection.addresses.list')}
      addresses={addresses}
      withPostalCode
      act={
        isOpen
          ? { to: `${base}/removal`, field: 'addressId', text: t('detection.addresses.remove'), look: 'quiet' }
          : undefined
      }
    />
  )
  return (
    <>
      {addresses.length > 20 ? (
        <Disclosure summary={t('detection.addresses.show', { addresses: addresses.length })}>{list}</Disclosure>
      ) : (
        list
      )}
      {isOpen ? (
        <Form action={`${base}/clearing`} look="inline">
          <Button look="quiet">{t('detection.addresses.clear')}</Button>
        </Form>
      ) : null}
    </>
  )
}

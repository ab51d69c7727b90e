import type { Texts } from '../../../../../platform/messages/index.ts'
import { type Address, addressLine } from '../../../../../registers/places/index.ts'
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
  LinkList,
  List,
  Notice,
  SearchField,
  Section,
} from '../../../../../ui/index.ts'
import type { Campaign } from '../../campaign.ts'
import { CampaignFrame, type CampaignPart } from '../../views/campaign-frame.tsx'
import { groundOf } from '../../views/ground.ts'

export type AddressesPageProps = {
  readonly t: Texts
  readonly campaign: Campaign
  readonly parts: readonly CampaignPart[]
  /** By street and number: never by anything about who lives there (P20). */
  readonly addresses: readonly Address[]
  readonly search: { readonly typed: string; readonly found: readonly Address[] }
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
      <Form action={base} method="get" label={t('detection.optOut.search')}>
        <SearchField
          name="q"
          label={t('detection.optOut.search')}
          hint={t('detection.addresses.searchHint')}
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
            title: `${addressLine(t, address)}, ${address.postalCode}`,
            actions: (
              <Form action={base} look="inline" hidden={{ addressIds: address.id }}>
                <Button look="secondary" about={addressLine(t, address)}>
                  {t('detection.addresses.add')}
                </Button>
              </Form>
            ),
          }))}
        />
      ) : search.typed ? (
        <EmptyState
          title={t('detection.addresses.notFound')}
          text={t('detection.addresses.notFound.text')}
          icon="map-pin"
        />
      ) : null}
    </Section>
  )
}

function Listed({ t, campaign, addresses }: AddressesPageProps) {
  const base = `/campaigns/${campaign.id}/addresses`
  const isOpen = campaign.state === 'planned'
  const list = (
    <LinkList
      label={t('detection.addresses.list')}
      items={addresses.map((address) => ({
        key: address.id,
        title: `${addressLine(t, address)}, ${address.postalCode}`,
        actions: isOpen ? (
          <Form action={`${base}/removal`} look="inline" hidden={{ addressId: address.id }}>
            <Button look="quiet" about={addressLine(t, address)}>
              {t('detection.addresses.remove')}
            </Button>
          </Form>
        ) : undefined,
      }))}
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

import type { Texts } from '../../../../../platform/messages/index.ts'
import {
  Button,
  ButtonRow,
  EmptyState,
  Form,
  LinkButton,
  List,
  Notice,
  Section,
  Table,
} from '../../../../../ui/index.ts'
import { type Campaign, withoutStreet } from '../../campaign.ts'
import { CampaignFrame, type CampaignPart } from '../../views/campaign-frame.tsx'
import type { LetterCount } from '../letter-store.ts'

/** A street with how many letters it needs and has; without a name: the doors without a street, or a whole list. */
export type StreetLetters = LetterCount & { readonly name: string | null }

type Props = {
  readonly t: Texts
  readonly campaign: Campaign
  readonly parts: readonly CampaignPart[]
  readonly streets: readonly StreetLetters[]
}

/** Letters that announce the visits: made once, printed street by street. */
export function LettersPage({ t, campaign, parts, streets }: Props) {
  const isSelected = campaign.kind === 'selected'
  const isGoingOn = campaign.state === 'announced' || campaign.state === 'running'
  const missing = streets.reduce((sum, { addresses, letters }) => sum + addresses - letters, 0)
  return (
    <CampaignFrame t={t} campaign={campaign} part="letters" parts={parts}>
      <Section title={t('detection.campaign.part.letters')}>
        <List
          items={[
            t('detection.letter.lead.code'),
            t('detection.letter.lead.languages'),
            t(isSelected ? 'detection.letter.lead.printList' : 'detection.letter.lead.print'),
          ]}
        />
        {streets.length === 0 ? (
          <EmptyState
            title={t(isSelected ? 'detection.addresses.none' : 'detection.letter.none')}
            text={t(isSelected ? 'detection.letter.none.list' : 'detection.letter.none.text')}
            icon="mail"
            action={
              isSelected ? (
                <LinkButton href={`/campaigns/${campaign.id}/addresses`}>
                  {t('detection.campaign.part.addresses')}
                </LinkButton>
              ) : (
                <LinkButton href={`/campaigns/${campaign.id}/streets`}>{t('places.choice.streets')}</LinkButton>
              )
            }
          />
        ) : (
          <>
            {missing > 0 && isGoingOn ? (
              <Notice kind="attention" title={t('detection.letter.late', { letters: missing })}>
                {t('detection.letter.late.text')}
              </Notice>
            ) : null}
            {missing > 0 && campaign.state !== 'ended' ? (
              <Form action={`/campaigns/${campaign.id}/letters`}>
                <ButtonRow>
                  <Button icon="mail">{t('detection.letter.make', { letters: missing })}</Button>
                </ButtonRow>
              </Form>
            ) : null}
            <StreetTable t={t} campaign={campaign} streets={streets} />
          </>
        )}
      </Section>
    </CampaignFrame>
  )
}

function StreetTable({ t, campaign, streets }: Omit<Props, 'parts'>) {
  const isSelected = campaign.kind === 'selected'
  const nameless = t(isSelected ? 'detection.addresses.list' : 'detection.campaign.streetless')
  const nameIn = ({ name }: StreetLetters) => name ?? nameless
  return (
    <Table
      caption={t(isSelected ? 'detection.addresses.list' : 'detection.letter.perStreet')}
      rows={streets}
      rowKey={({ streetId }) => streetId ?? withoutStreet}
      columns={[
        {
          key: 'name',
          heading: t(isSelected ? 'detection.campaign.part.addresses' : 'detection.campaign.street'),
          cell: nameIn,
          rowHeader: true,
        },
        {
          key: 'addresses',
          heading: t('detection.letter.addresses'),
          cell: ({ addresses }) => addresses,
          numeric: true,
        },
        { key: 'letters', heading: t('detection.letter.made'), cell: ({ letters }) => letters, numeric: true },
        {
          key: 'print',
          heading: t('detection.letter.print'),
          headingHidden: true,
          cell: (street) =>
            street.letters > 0 ? (
              <LinkButton
                href={`/campaigns/${campaign.id}/letters/sheets?street=${street.streetId ?? withoutStreet}`}
                icon="printer"
                about={nameIn(street)}
              >
                {t('detection.letter.print')}
              </LinkButton>
            ) : null,
        },
      ]}
    />
  )
}

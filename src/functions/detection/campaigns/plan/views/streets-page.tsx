import type { FilledForm } from '../../../../../platform/http/index.ts'
import type { Texts } from '../../../../../platform/messages/index.ts'
import {
  type MappedNeighbourhood,
  type MappedStreet,
  NeighbourhoodMap,
  type Street,
} from '../../../../../registers/places/index.ts'
import {
  Button,
  ButtonRow,
  CheckboxGroup,
  EmptyState,
  ErrorSummary,
  Form,
  List,
  Notice,
  Section,
} from '../../../../../ui/index.ts'
import type { Campaign } from '../../campaign.ts'
import { CampaignFrame, type CampaignPart } from '../../views/campaign-frame.tsx'

type Props = {
  readonly t: Texts
  readonly campaign: Campaign
  readonly parts: readonly CampaignPart[]
  readonly form: FilledForm
  readonly areas: readonly MappedNeighbourhood[]
  readonly lines: readonly MappedStreet[]
  readonly streets: readonly Street[]
  /** Doors that no street of the list brings along. */
  readonly doorsWithoutStreet: number
}

/** The streets of a campaign, on the map and in a list; whole streets only. */
export function StreetsPage({ t, campaign, parts, form, areas, lines, streets, doorsWithoutStreet }: Props) {
  const chosen = form.list('streetIds').values
  return (
    <CampaignFrame t={t} campaign={campaign} part="streets" parts={parts}>
      <Section title={t('detection.campaign.part.streets')}>
        <p>{t('detection.campaign.streets.lead')}</p>
        {doorsWithoutStreet > 0 ? (
          <Notice title={t('detection.campaign.streets.without', { doors: doorsWithoutStreet })}>
            <p>{t('detection.campaign.streets.without.text')}</p>
          </Notice>
        ) : null}
        <NeighbourhoodMap
          t={t}
          areas={areas}
          streets={lines.map((line) => ({ ...line, look: chosen.includes(line.id) ? 'chosen' : 'plain' }))}
          legend={[
            { look: 'chosen', text: t('detection.campaign.streets.chosen') },
            { look: 'plain', text: t('detection.campaign.streets.notChosen') },
          ]}
        />
        {campaign.state === 'planned' ? (
          <Choice t={t} campaign={campaign} form={form} streets={streets} />
        ) : (
          <Notice title={t('detection.campaign.streets.fixed')}>
            <List items={streets.filter(({ id }) => chosen.includes(id)).map(({ name }) => name)} />
          </Notice>
        )}
      </Section>
    </CampaignFrame>
  )
}

function Choice({ t, campaign, form, streets }: Pick<Props, 't' | 'campaign' | 'form' | 'streets'>) {
  if (streets.length === 0)
    return (
      <EmptyState
        title={t('detection.campaign.streets.none')}
        text={t('detection.campaign.streets.none.text')}
        icon="map-pin"
      />
    )
  return (
    <Form action={`/campaigns/${campaign.id}/streets`}>
      <ErrorSummary title={t('form.summary')} errors={form.errors} />
      <CheckboxGroup
        {...form.list('streetIds')}
        label={t('detection.campaign.streets.choose')}
        filterLabel={t('detection.campaign.streets.filter')}
        choices={streets.map((street) => ({
          value: street.id,
          label: street.name,
          hint: t('detection.campaign.doors', { doors: street.addressCount }),
        }))}
      />
      <ButtonRow>
        <Button>{t('detection.campaign.streets.save')}</Button>
      </ButtonRow>
    </Form>
  )
}

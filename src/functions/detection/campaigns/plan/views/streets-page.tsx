import type { FilledForm } from '../../../../../platform/http/index.ts'
import type { Texts } from '../../../../../platform/messages/index.ts'
import { type Neighbourhood, NeighbourhoodMap, StreetChoice } from '../../../../../registers/places/index.ts'
import {
  Button,
  ButtonRow,
  Disclosure,
  EmptyState,
  ErrorSummary,
  Form,
  Hint,
  List,
  Notice,
  Section,
  SubNavigation,
} from '../../../../../ui/index.ts'
import type { Campaign } from '../../campaign.ts'
import { CampaignFrame, type CampaignPart } from '../../views/campaign-frame.tsx'
import type { CampaignMap } from '../campaign-map.ts'

type Props = {
  readonly t: Texts
  readonly campaign: Campaign
  readonly parts: readonly CampaignPart[]
  readonly form: FilledForm
  /** The neighbourhoods of the campaign. */
  readonly neighbourhoods: readonly Neighbourhood[]
  /** The one that is shown; undefined: all of them. */
  readonly shown: string | undefined
  readonly map: CampaignMap
}

/** The streets of a campaign, on the map and in a list; whole streets only. */
export function StreetsPage(props: Props) {
  const { t, campaign, parts } = props
  return (
    <CampaignFrame t={t} campaign={campaign} part="streets" parts={parts}>
      <Section title={t('detection.campaign.part.streets')}>
        <p>{t('detection.campaign.streets.lead')}</p>
        <Neighbourhoods {...props} />
        {campaign.state === 'planned' ? <Choice {...props} /> : <Chosen {...props} />}
      </Section>
    </CampaignFrame>
  )
}

/** One neighbourhood at a time is easier to choose in than all; what is chosen elsewhere stays. */
function Neighbourhoods({ t, campaign, neighbourhoods, shown }: Props) {
  if (neighbourhoods.length < 2) return null
  const base = `/campaigns/${campaign.id}/streets`
  return (
    <>
      <Hint>{t('detection.campaign.streets.zoom')}</Hint>
      <SubNavigation
        label={t('detection.campaign.neighbourhoods')}
        items={[
          { href: base, text: t('detection.campaign.streets.everywhere'), current: shown === undefined },
          ...neighbourhoods.map(({ id, name }) => ({
            href: `${base}?neighbourhood=${id}`,
            text: name,
            current: id === shown,
          })),
        ]}
      />
    </>
  )
}

function Choice({ t, campaign, form, shown, map }: Props) {
  const { areas, streets, streetless } = map
  if (streets.length + streetless.length === 0)
    return (
      <EmptyState
        title={t('detection.campaign.streets.none')}
        text={t('detection.campaign.streets.none.text')}
        icon="map-pin"
      />
    )
  return (
    <Form
      action={`/campaigns/${campaign.id}/streets`}
      hidden={{ version: String(campaign.version), neighbourhood: shown }}
    >
      <ErrorSummary title={t('form.summary')} errors={form.errors} />
      <StreetChoice
        t={t}
        areas={areas}
        streets={streets}
        streetField={form.list('streetIds')}
        streetless={streetless}
        streetlessField={form.list('streetlessIn')}
      />
      <ButtonRow>
        <Button>{t('detection.campaign.streets.save')}</Button>
        <Button look="secondary" name="everything" value="yes">
          {t('detection.campaign.streets.everything', {
            streets: streets.length,
            doors: streetless.reduce((sum, { doors }) => sum + doors, 0),
          })}
        </Button>
      </ButtonRow>
    </Form>
  )
}

/** After the letters: the same map and list to read. */
function Chosen({ t, campaign, map }: Props) {
  const { areas, streets, streetless } = map
  const isChosen = ({ id }: { readonly id: string }) =>
    campaign.streetIds.includes(id) || campaign.streetlessIn.includes(id)
  const chosenStreets = streets.filter(isChosen)
  const lookOf = (place: { readonly id: string }) => (isChosen(place) ? 'chosen' : 'plain')
  return (
    <>
      <NeighbourhoodMap
        t={t}
        areas={areas}
        streets={streets.map((street) => ({ ...street, line: street.points, look: lookOf(street) }))}
        doors={streetless.flatMap((place) =>
          place.points.map((at, number) => ({
            id: `${place.id}-${number}`,
            at,
            title: t('detection.campaign.streetless'),
            look: lookOf(place),
          })),
        )}
        legend={[
          { look: 'chosen', text: t('detection.campaign.streets.chosen') },
          { look: 'plain', text: t('detection.campaign.streets.notChosen') },
        ]}
      />
      <Notice title={t('detection.campaign.streets.fixed')}>
        <Disclosure summary={t('detection.campaign.streets.fixedList', { streets: chosenStreets.length })}>
          <List
            items={[
              ...chosenStreets.map(({ name }) => name),
              ...streetless
                .filter(isChosen)
                .map(({ name, doors }) => t('detection.campaign.streets.streetlessIn', { name, doors })),
            ]}
          />
        </Disclosure>
      </Notice>
    </>
  )
}

import { languageName, type Texts } from '../../../../../platform/messages/index.ts'
import {
  type MappedDoor,
  type MappedNeighbourhood,
  type MappedStreet,
  NeighbourhoodMap,
} from '../../../../../registers/places/index.ts'
import {
  ButtonRow,
  Checklist,
  DescriptionList,
  EmptyState,
  LinkButton,
  ProgressBar,
  Section,
  Table,
} from '../../../../../ui/index.ts'
import { type Campaign, hasPlaces, withoutStreet } from '../../campaign.ts'
import type { StreetProgress } from '../../rounds/progress-store.ts'
import { CampaignFrame, type CampaignPart } from '../../views/campaign-frame.tsx'
import { groundOf } from '../../views/ground.ts'
import { NextStep } from './next-step.tsx'

/** A street with its name and how far it is; without a name: the doors without a street. */
export type NamedProgress = StreetProgress & { readonly name: string | null }

/** What must be ready before a campaign runs. */
export type Preparation = {
  readonly letters: number
  readonly pairs: number
  readonly rounds: number
  readonly doorsWaiting: number
}

type Props = {
  readonly t: Texts
  readonly campaign: Campaign
  readonly parts: readonly CampaignPart[]
  readonly onCall: string | undefined
  readonly preparation: Preparation
  readonly progress: readonly NamedProgress[]
  readonly areas: readonly MappedNeighbourhood[]
  readonly lines: readonly MappedStreet[]
  readonly doors: readonly MappedDoor[]
  /** The lists are destroyed and it is known how. */
  readonly hasCertificate: boolean
  readonly stepError?: string | undefined
}

/** A campaign for who leads it: what to do next, how far each street is, and what was decided. */
export function CampaignPage(props: Props) {
  const { t, campaign, parts, preparation, progress, areas, lines, stepError } = props
  const sum = (count: (street: StreetProgress) => number) =>
    progress.reduce((total, street) => total + count(street), 0)
  const doors = sum((street) => street.doors)
  const isSelected = campaign.kind === 'selected'
  return (
    <CampaignFrame t={t} campaign={campaign} part="overview" parts={parts}>
      <NextStep t={t} campaign={campaign} error={stepError} />
      {campaign.state === 'planned' || campaign.state === 'announced' ? (
        <Preparing t={t} campaign={campaign} preparation={preparation} />
      ) : null}
      <Section title={t(isSelected ? 'detection.campaign.progress.list' : 'detection.campaign.progress')}>
        {doors === 0 ? (
          <EmptyState
            title={t('detection.campaign.progress.none')}
            text={t(isSelected ? 'detection.campaign.progress.none.list' : 'detection.campaign.progress.none.text')}
            icon="map-pin"
          />
        ) : (
          <>
            <ProgressBar
              label={t('detection.campaign.progress.all')}
              value={sum((street) => street.done)}
              max={doors}
              text={t('detection.campaign.progress.of', { done: sum((street) => street.done), doors })}
            />
            {isSelected ? null : <ProgressTable t={t} progress={progress} />}
          </>
        )}
        <NeighbourhoodMap
          t={t}
          areas={areas}
          streets={lines}
          doors={props.doors}
          legend={isSelected ? [] : legendOf(t)}
        />
      </Section>
      <Facts {...props} />
    </CampaignFrame>
  )
}

function Preparing({ t, campaign, preparation }: Pick<Props, 't' | 'campaign' | 'preparation'>) {
  const base = `/campaigns/${campaign.id}`
  const { letters, pairs, rounds, doorsWaiting } = preparation
  const where = campaign.kind === 'selected' ? 'addresses' : 'streets'
  return (
    <Section title={t('detection.campaign.preparing')}>
      <Checklist
        doneText={t('detection.campaign.preparing.done')}
        openText={t('detection.campaign.preparing.open')}
        items={[
          { text: t(`detection.campaign.part.${where}`), done: hasPlaces(campaign), href: `${base}/${where}` },
          { text: t('detection.campaign.part.letters'), done: letters > 0, href: `${base}/letters` },
          { text: t('detection.campaign.part.pairs'), done: pairs > 0, href: `${base}/pairs` },
          {
            text: t('detection.campaign.part.rounds'),
            done: rounds > 0 && doorsWaiting === 0,
            hint: doorsWaiting > 0 ? t('detection.campaign.doorsWaiting', { doors: doorsWaiting }) : undefined,
            href: `${base}/rounds`,
          },
        ]}
      />
    </Section>
  )
}

function ProgressTable({ t, progress }: Pick<Props, 't' | 'progress'>) {
  return (
    <Table
      caption={t('detection.campaign.progress.perStreet')}
      rows={progress}
      rowKey={({ streetId }) => streetId ?? withoutStreet}
      columns={[
        {
          key: 'name',
          heading: t('detection.campaign.street'),
          cell: ({ name }) => name ?? t('detection.campaign.streetless'),
          rowHeader: true,
        },
        { key: 'doors', heading: t('detection.campaign.column.doors'), cell: ({ doors }) => doors, numeric: true },
        { key: 'done', heading: t('detection.campaign.column.done'), cell: ({ done }) => done, numeric: true },
        { key: 'again', heading: t('detection.campaign.column.again'), cell: ({ again }) => again, numeric: true },
        {
          key: 'waiting',
          heading: t('detection.campaign.column.waiting'),
          cell: ({ waiting }) => waiting,
          numeric: true,
        },
      ]}
    />
  )
}

function Facts({ t, campaign, onCall, hasCertificate }: Props) {
  return (
    <Section
      title={t('detection.campaign.decided')}
      beside={
        campaign.state === 'ended' ? null : (
          <LinkButton href={`/campaigns/${campaign.id}/edit`} icon="pencil">
            {t('detection.campaign.edit')}
          </LinkButton>
        )
      }
    >
      <DescriptionList
        items={[
          { term: t('detection.campaign.reason'), value: campaign.reason },
          ...groundOf(t, campaign),
          { term: t('detection.campaign.onCall'), value: onCall ?? '–' },
          {
            term: t('detection.campaign.languages'),
            value: t.list(campaign.languages.map((code) => languageName(t, code))),
          },
          ...(campaign.announcedOn
            ? [{ term: t('detection.campaign.announcedOn'), value: t.day(campaign.announcedOn) }]
            : []),
          ...(campaign.listsErasedOn
            ? [{ term: t('detection.campaign.listsErasedOn'), value: t.day(campaign.listsErasedOn) }]
            : []),
        ]}
      />
      <Lists t={t} campaign={campaign} hasCertificate={hasCertificate} />
    </Section>
  )
}

/** Once a campaign is over: its lists can go, or the paper that says they did. */
function Lists({ t, campaign, hasCertificate }: Pick<Props, 't' | 'campaign' | 'hasCertificate'>) {
  if (campaign.state !== 'ended') return null
  const base = `/campaigns/${campaign.id}`
  if (hasCertificate)
    return (
      <ButtonRow>
        <LinkButton href={`${base}/certificate`} icon="printer">
          {t('detection.certificate.title')}
        </LinkButton>
      </ButtonRow>
    )
  return campaign.listsErasedOn ? null : (
    <ButtonRow>
      <LinkButton href={`${base}/destruction`}>{t('detection.destruction.now')}</LinkButton>
    </ButtonRow>
  )
}

const legendOf = (t: Texts) =>
  [
    { look: 'done', text: t('detection.campaign.legend.done') },
    { look: 'chosen', text: t('detection.campaign.legend.busy') },
    { look: 'plain', text: t('detection.campaign.legend.open') },
  ] as const

import type { FilledForm } from '../../../../../platform/http/index.ts'
import type { Texts } from '../../../../../platform/messages/index.ts'
import type { Volunteer } from '../../../../../registers/volunteers/index.ts'
import {
  Button,
  ButtonRow,
  DescriptionList,
  Disclosure,
  EmptyState,
  ErrorSummary,
  Form,
  Grid,
  LinkList,
  Section,
  Select,
} from '../../../../../ui/index.ts'
import type { Campaign } from '../../campaign.ts'
import { CampaignFrame, type CampaignPart } from '../../views/campaign-frame.tsx'
import { type Names, pairProblemText } from '../../views/problem-text.ts'
import type { Pair, PairProblem } from '../pair.ts'

/** Somebody who cannot be in a new pair now, with all reasons. */
export type Unavailable = { readonly volunteer: Volunteer; readonly problems: readonly PairProblem[] }

type Props = {
  readonly t: Texts
  readonly campaign: Campaign
  readonly parts: readonly CampaignPart[]
  readonly form: FilledForm
  /** Identifier for the next pair, made with the page. */
  readonly newPairId: string
  readonly pairs: readonly Pair[]
  readonly names: Names
  /** Volunteers whose file is frozen: they have no name here. */
  readonly frozen: ReadonlySet<string>
  readonly available: readonly Volunteer[]
  readonly unavailable: readonly Unavailable[]
  /** What spoke against the pair just asked for. */
  readonly problems: readonly PairProblem[]
}

/** Who goes with whom: a first visit is never made alone. */
export function PairsPage(props: Props) {
  const { t, campaign, parts, pairs, frozen, available, unavailable } = props
  const names: Names = new Map([
    ...[...frozen].map((id) => [id, t('volunteers.frozen.somebody')] as const),
    ...props.names,
  ])
  return (
    <CampaignFrame t={t} campaign={campaign} part="pairs" parts={parts}>
      <Section title={t('detection.campaign.part.pairs')}>
        {pairs.length === 0 ? (
          <EmptyState title={t('detection.pair.none')} text={t('detection.pair.none.text')} icon="users" />
        ) : (
          <LinkList
            label={t('detection.campaign.part.pairs')}
            items={pairs.map((pair) => ({
              key: pair.id,
              title: pairName(t, names, pair),
              description:
                frozen.has(pair.firstVolunteerId) || frozen.has(pair.secondVolunteerId)
                  ? t('detection.pair.frozen')
                  : undefined,
              actions: (
                <Form action={`/campaigns/${campaign.id}/pairs/${pair.id}/ending`} look="inline">
                  <Button look="quiet" about={pairName(t, names, pair)}>
                    {t('detection.pair.end')}
                  </Button>
                </Form>
              ),
            }))}
          />
        )}
      </Section>
      {campaign.state === 'ended' ? null : <NewPair {...props} available={available} />}
      {unavailable.length > 0 ? (
        <Disclosure summary={t('detection.pair.unavailable', { count: unavailable.length })}>
          <DescriptionList
            look="below"
            items={unavailable.map(({ volunteer, problems }) => ({
              term: volunteer.name,
              value: problems.map((problem) => pairProblemText(t, names, problem)).join(' '),
            }))}
          />
        </Disclosure>
      ) : null}
    </CampaignFrame>
  )
}

function NewPair({ t, campaign, form, newPairId, names, available, problems }: Props) {
  const choices = available.map(({ id, name }) => ({ value: id, label: name }))
  const summary = [
    ...form.errors,
    ...problems.map((problem) => ({ field: 'secondVolunteerId', text: pairProblemText(t, names, problem) })),
  ]
  return (
    <Section title={t('detection.pair.new')}>
      <Form action={`/campaigns/${campaign.id}/pairs`} hidden={{ id: newPairId }}>
        <ErrorSummary title={t('form.summary')} errors={summary} />
        <Grid>
          <Select
            {...form.field('firstVolunteerId')}
            label={t('detection.pair.first')}
            emptyText={t('detection.campaign.choose')}
            choices={choices}
            required
          />
          <Select
            {...form.field('secondVolunteerId')}
            label={t('detection.pair.second')}
            emptyText={t('detection.campaign.choose')}
            choices={choices}
            required
          />
        </Grid>
        <ButtonRow>
          <Button icon="users">{t('detection.pair.make')}</Button>
        </ButtonRow>
      </Form>
    </Section>
  )
}

/** `Mia Claes en Jef Wouters` */
export const pairName = (t: Texts, names: Names, pair: Pick<Pair, 'firstVolunteerId' | 'secondVolunteerId'>): string =>
  t.list([names.get(pair.firstVolunteerId) ?? '–', names.get(pair.secondVolunteerId) ?? '–'])

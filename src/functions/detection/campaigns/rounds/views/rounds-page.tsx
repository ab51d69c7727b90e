import { weekdayOf } from '@meernet/calendar'
import type { FilledForm } from '../../../../../platform/http/index.ts'
import type { Texts } from '../../../../../platform/messages/index.ts'
import {
  Button,
  ButtonRow,
  CheckboxGroup,
  DateField,
  EmptyState,
  ErrorSummary,
  Form,
  Grid,
  LinkButton,
  LinkList,
  Notice,
  NumberField,
  ProgressBar,
  Section,
  Status,
} from '../../../../../ui/index.ts'
import type { Campaign } from '../../campaign.ts'
import { pairName } from '../../pairs/views/pairs-page.tsx'
import { CampaignFrame, type CampaignPart } from '../../views/campaign-frame.tsx'
import type { Names } from '../../views/problem-text.ts'
import type { RoundLine } from '../progress-store.ts'
import type { DoubtfulRound } from '../rounds-in-doubt.ts'

type Props = {
  readonly t: Texts
  readonly campaign: Campaign
  readonly parts: readonly CampaignPart[]
  readonly rounds: readonly RoundLine[]
  readonly names: Names
  /** Rounds that cannot go as planned. */
  readonly doubtful: readonly DoubtfulRound[]
  readonly doorsWaiting: number
  readonly pairs: number
  readonly form: FilledForm
}

/** Rounds by day, and the form that proposes rounds for the doors that wait. */
export function RoundsPage({ t, campaign, parts, rounds, names, doubtful, doorsWaiting, pairs, form }: Props) {
  const isDoubtful = (id: string) => doubtful.some((round) => round.id === id)
  return (
    <CampaignFrame t={t} campaign={campaign} part="rounds" parts={parts}>
      <Section title={t('detection.campaign.part.rounds')}>
        {rounds.length === 0 ? (
          <EmptyState title={t('detection.round.none')} text={t('detection.round.none.text')} icon="route" />
        ) : (
          <LinkList
            label={t('detection.campaign.part.rounds')}
            listKeys
            items={rounds.map((round) => ({
              href: `/campaigns/${campaign.id}/rounds/${round.id}`,
              title: t('detection.round.title', { number: round.number, day: t.day(round.day) }),
              meta: (
                <>
                  <span>{pairName(t, names, round)}</span>
                  {isDoubtful(round.id) ? (
                    <Status word={t('detection.round.doubtful.short')} icon="triangle-alert" />
                  ) : null}
                </>
              ),
              description: (
                <ProgressBar
                  label={t('detection.round.size', { doors: round.doors, metres: round.metres })}
                  value={round.done}
                  max={Math.max(round.doors, 1)}
                  text={t('detection.campaign.progress.of', { done: round.done, doors: round.doors })}
                />
              ),
            }))}
          />
        )}
      </Section>
      {campaign.state === 'ended' ? null : (
        <Planning t={t} campaign={campaign} doorsWaiting={doorsWaiting} pairs={pairs} form={form} />
      )}
    </CampaignFrame>
  )
}

function Planning({
  t,
  campaign,
  doorsWaiting,
  pairs,
  form,
}: Pick<Props, 't' | 'campaign' | 'doorsWaiting' | 'pairs' | 'form'>) {
  if (doorsWaiting === 0)
    return (
      <Notice kind="success">
        <p>{t('detection.round.allPlanned')}</p>
      </Notice>
    )
  if (pairs === 0)
    return (
      <Notice title={t('detection.campaign.doorsWaiting', { doors: doorsWaiting })}>
        <p>{t('detection.round.pairsFirst')}</p>
        <LinkButton href={`/campaigns/${campaign.id}/pairs`}>{t('detection.pair.new')}</LinkButton>
      </Notice>
    )
  return (
    <Section title={t('detection.round.plan')}>
      <p>{t('detection.campaign.doorsWaiting', { doors: doorsWaiting })}</p>
      <Form action={`/campaigns/${campaign.id}/rounds/proposal`} method="get">
        <ErrorSummary title={t('form.summary')} errors={form.errors} />
        <Grid cell="small">
          <NumberField {...form.field('doorsPerRound')} label={t('detection.round.doorsPerRound')} required />
          <DateField
            {...form.field('from')}
            label={t('detection.round.from')}
            min={campaign.startsOn}
            max={campaign.endsOn}
            required
          />
        </Grid>
        <CheckboxGroup
          {...form.list('weekdays')}
          label={t('detection.round.weekdays')}
          inline
          choices={week.map((day) => ({ value: String(weekdayOf(day)), label: weekdayName(t, day) }))}
        />
        <ButtonRow>
          <Button>{t('detection.round.propose')}</Button>
        </ButtonRow>
      </Form>
    </Section>
  )
}

/** Any Monday to Sunday, for the names of the days. */
const week = ['2026-11-23', '2026-11-24', '2026-11-25', '2026-11-26', '2026-11-27', '2026-11-28', '2026-11-29']
const weekdayName = (t: Texts, day: string) =>
  new Intl.DateTimeFormat(t.language, { weekday: 'long', timeZone: 'UTC' }).format(new Date(`${day}T00:00:00Z`))

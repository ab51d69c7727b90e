import type { FilledForm } from '../../../../../platform/http/index.ts'
import type { Texts } from '../../../../../platform/messages/index.ts'
import {
  BackLink,
  Button,
  ButtonRow,
  Cluster,
  DateField,
  ErrorSummary,
  Form,
  Grid,
  Heading,
  LinkButton,
  List,
  Notice,
  Section,
  Select,
  Stack,
  Table,
} from '../../../../../ui/index.ts'
import { type Campaign, withoutStreet } from '../../campaign.ts'
import type { Round, RoundDoor } from '../round-store.ts'

type Choice = { readonly value: string; readonly label: string }

type Props = {
  readonly t: Texts
  readonly campaign: Campaign
  readonly round: Round
  readonly form: FilledForm
  readonly pairs: readonly Choice[]
  /** Rounds a street can go to. */
  readonly others: readonly Choice[]
  /** Sentences about why it cannot go as planned. */
  readonly doubts: readonly string[]
  /** Sentences about what spoke against the last change. */
  readonly problems: readonly string[]
}

/** One round: its streets, day and pair. */
export function RoundPage(props: Props) {
  const { t, campaign, round } = props
  const base = `/campaigns/${campaign.id}/rounds/${round.id}`
  const isUntouched = round.doors.every(({ outcome }) => outcome === null)
  return (
    <Stack>
      <BackLink href={`/campaigns/${campaign.id}/rounds`} text={t('detection.round.back')} />
      <Heading level={1}>{t('detection.round.title', { number: round.number, day: t.day(round.day) })}</Heading>
      <Cluster>
        <span>{t.list(round.volunteers.map(({ name }) => name))}</span>
        <span>{t('detection.round.size', { doors: round.doors.length, metres: round.metres })}</span>
      </Cluster>
      {round.isPairWhole ? null : (
        <Notice kind="attention">
          <p>{t('detection.round.pairFrozen')}</p>
        </Notice>
      )}
      {props.doubts.length > 0 ? (
        <Notice kind="attention" title={t('detection.round.doubtful')}>
          <List items={props.doubts} />
          <p>{t('detection.round.doubtful.text')}</p>
        </Notice>
      ) : null}
      <ErrorSummary
        title={t('form.summary')}
        errors={[...props.form.errors, ...props.problems.map((text) => ({ field: 'day', text }))]}
      />
      <ButtonRow>
        <LinkButton href={`${base}/sheet`} icon="printer">
          {t('detection.round.sheet')}
        </LinkButton>
        <LinkButton href={`${base}/entry`} icon="pencil">
          {t('detection.round.entry')}
        </LinkButton>
      </ButtonRow>
      <Streets {...props} base={base} />
      {campaign.state === 'ended' ? null : <Change {...props} base={base} />}
      {isUntouched && campaign.state !== 'ended' ? (
        <Form action={`${base}/removal`}>
          <ButtonRow>
            <Button look="quiet" icon="trash-2">
              {t('detection.round.remove')}
            </Button>
          </ButtonRow>
        </Form>
      ) : null}
    </Stack>
  )
}

type PartProps = Props & { readonly base: string }

function Streets({ t, round, others, campaign, base }: PartProps) {
  const streets = [...Map.groupBy(round.doors, ({ streetId }) => streetId).values()]
  const canMove = others.length > 0 && campaign.state !== 'ended'
  return (
    <Section title={t('detection.campaign.part.streets')}>
      <Table
        caption={t('detection.campaign.part.streets')}
        captionHidden
        rows={streets}
        rowKey={([door]) => door?.streetId ?? withoutStreet}
        columns={[
          {
            key: 'street',
            heading: t('detection.campaign.street'),
            cell: ([door]) => streetIn(t, door),
            rowHeader: true,
          },
          { key: 'numbers', heading: t('detection.round.numbers'), cell: numbersOf },
          { key: 'doors', heading: t('detection.campaign.column.doors'), cell: (doors) => doors.length, numeric: true },
          {
            key: 'done',
            heading: t('detection.campaign.column.done'),
            cell: (doors) => doors.filter(({ state }) => state === 'done').length,
            numeric: true,
          },
          {
            key: 'move',
            heading: t('detection.round.move'),
            headingHidden: true,
            cell: ([door]) => (door && canMove ? <MoveStreet t={t} base={base} door={door} others={others} /> : null),
          },
        ]}
      />
    </Section>
  )
}

const streetIn = (t: Texts, door: RoundDoor | undefined) => door?.street ?? t('detection.campaign.streetless')

/** First and last number on the walk: enough to find the piece of the street. */
function numbersOf(doors: readonly RoundDoor[]): string {
  const numbers = doors
    .map(({ number }) => number)
    .toSorted((one, other) => Number.parseInt(one, 10) - Number.parseInt(other, 10))
  return numbers.length > 1 ? `${numbers[0]}–${numbers.at(-1)}` : (numbers[0] ?? '')
}

function MoveStreet({
  t,
  base,
  door,
  others,
}: Pick<PartProps, 't' | 'base' | 'others'> & { readonly door: RoundDoor }) {
  return (
    <Form
      action={`${base}/streets`}
      look="inline"
      hidden={{ streetId: door.streetId ?? withoutStreet }}
      label={streetIn(t, door)}
    >
      <Select
        name="to"
        id={`f-to-${door.streetId ?? withoutStreet}`}
        label={t('detection.round.moveTo')}
        emptyText={t('detection.campaign.choose')}
        choices={others}
      />
      <Button look="secondary" about={streetIn(t, door)}>
        {t('detection.round.move')}
      </Button>
    </Form>
  )
}

function Change({ t, campaign, round, form, pairs, base }: PartProps) {
  return (
    <Section title={t('detection.round.change')}>
      <Form action={base} hidden={{ version: form.version(round.version) }}>
        <Grid>
          <DateField
            {...form.field('day')}
            label={t('detection.round.day')}
            min={campaign.startsOn}
            max={campaign.endsOn}
            required
          />
          <Select {...form.field('pairId')} label={t('detection.round.pair')} choices={pairs} required />
        </Grid>
        <ButtonRow>
          <Button>{t('detection.campaign.save')}</Button>
        </ButtonRow>
      </Form>
    </Section>
  )
}

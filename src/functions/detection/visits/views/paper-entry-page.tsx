import type { FilledForm } from '../../../../platform/http/index.ts'
import type { Texts } from '../../../../platform/messages/index.ts'
import { addressLine } from '../../../../registers/places/index.ts'
import {
  BackLink,
  Button,
  DateField,
  ErrorSummary,
  Fieldset,
  Form,
  Grid,
  Heading,
  Lead,
  Select,
  Stack,
  TextField,
} from '../../../../ui/index.ts'
import type { Round, RoundDoor } from '../../campaigns/index.ts'
import { sentenceLength } from '../acts/visit-act.ts'
import { visitOutcomes } from '../visit.ts'

type Props = {
  readonly t: Texts
  readonly round: Round
  readonly form: FilledForm
  /** Identifiers made with the page. */
  readonly hidden: Readonly<Record<string, string>>
}

/** A round that was walked with paper, entered door by door; what is left empty was not visited. */
export function PaperEntryPage({ t, round, form, hidden }: Props) {
  const back = `/campaigns/${round.campaignId}`
  return (
    <Stack>
      <BackLink href={back} text={round.campaignName} />
      <Heading level={1}>{t('detection.visits.entry.title', { number: round.number })}</Heading>
      <Lead>{t('detection.visits.entry.lead', { day: t.day(round.day) })}</Lead>
      <Form action={`/campaigns/${round.campaignId}/rounds/${round.id}/entry`} hidden={hidden}>
        <ErrorSummary title={t('form.summary')} errors={form.errors} />
        <Select
          {...form.field('visitorId')}
          label={t('detection.visits.entry.who')}
          hint={t('detection.visits.entry.whoHint')}
          emptyText={t('detection.visits.entry.me')}
          choices={round.volunteers.flatMap(({ userId, name }) => (userId ? [{ value: userId, label: name }] : []))}
        />
        {round.doors.map((door) => (
          <DoorFields key={door.roundAddressId} t={t} door={door} form={form} />
        ))}
        <Button>{t('detection.visits.entry.save')}</Button>
      </Form>
    </Stack>
  )
}

type DoorProps = Pick<Props, 't' | 'form'> & { readonly door: RoundDoor }

function DoorFields({ t, door, form }: DoorProps) {
  const id = door.roundAddressId
  return (
    <Fieldset legend={addressLine(t, { ...door, box: door.box ?? '' })}>
      <Grid cell="medium">
        <Select
          {...form.field(`outcome-${id}`)}
          label={t('detection.visits.outcome')}
          emptyText={t(door.outcome ? 'detection.visits.entry.known' : 'detection.visits.entry.notVisited')}
          choices={visitOutcomes.map((value) => ({ value, label: t(`detection.visits.outcome.${value}`) }))}
        />
        <TextField
          {...form.field(`sentence-${id}`)}
          label={t('detection.visits.sentence')}
          maxLength={sentenceLength}
          numberPatternWarning={t('detection.visits.numberWarning')}
          autocomplete="off"
        />
        <DateField {...form.field(`return-${id}`)} label={t('detection.visits.returnOn')} />
      </Grid>
    </Fieldset>
  )
}

import type { FilledForm } from '../../../../platform/http/index.ts'
import type { Texts } from '../../../../platform/messages/index.ts'
import {
  BackLink,
  Button,
  ButtonRow,
  Checkbox,
  DateField,
  ErrorSummary,
  Form,
  Grid,
  Heading,
  Lead,
  LinkButton,
  Notice,
  NumberField,
  RadioGroup,
  Section,
  Select,
  Stack,
} from '../../../../ui/index.ts'
import type { Volunteer } from '../../volunteer.ts'
import { travelMeans } from '../amounts.ts'
import { reimbursementKinds } from '../ceilings.ts'
import { activityChoices } from '../raised-activities.ts'
import type { Reimbursement } from '../reimbursement.ts'
import type { ReimbursementYear } from '../reimbursement-year.ts'
import { Declared, NotedTable, Uses, Years } from './year-parts.tsx'

/** Whose list it is; while the file is frozen only this is read of it. */
export type AccountsOf = Pick<Volunteer, 'id' | 'name' | 'frozenOn'>

type Props = {
  readonly t: Texts
  readonly volunteer: AccountsOf
  readonly year: ReimbursementYear
  /** The form to note one; absent for who only reads. `id` is that of what would be noted. */
  readonly writing?: { readonly form: FilledForm; readonly id: string } | undefined
}

/** A year of one volunteer, for who guides them. */
export function ReimbursementsPage({ t, volunteer, year, writing }: Props) {
  const base = `/volunteers/${volunteer.id}/reimbursements`
  return (
    <Stack>
      <BackLink href={`/volunteers/${volunteer.id}`} text={t('volunteers.backToFile')} />
      <Heading level={1}>{t('volunteers.reimbursement.of', { name: volunteer.name })}</Heading>
      <Lead>{t('volunteers.reimbursement.lead')}</Lead>
      {volunteer.frozenOn ? (
        <Notice kind="attention">
          <p>{t('volunteers.frozen.accounts.text', { day: t.day(volunteer.frozenOn) })}</p>
        </Notice>
      ) : null}
      <Years t={t} year={year} base={base} />
      <Uses t={t} year={year} />
      <Declared
        t={t}
        year={year}
        action={
          writing ? (
            <ButtonRow>
              <LinkButton href={`${base}/declaration?year=${year.year}`} icon="pencil">
                {t('volunteers.declaration.give')}
              </LinkButton>
            </ButtonRow>
          ) : undefined
        }
      />
      {writing ? <Writing t={t} base={base} {...writing} /> : null}
      <NotedTable
        t={t}
        year={year}
        cancel={writing ? (row) => <Cancel t={t} base={base} reimbursement={row} /> : undefined}
      />
    </Stack>
  )
}

type WritingProps = { readonly t: Texts; readonly base: string; readonly form: FilledForm; readonly id: string }

function Writing({ t, base, form, id }: WritingProps) {
  const { value: proven, ...isProven } = form.field('isProven')
  return (
    <Section title={t('volunteers.reimbursement.new')} id="new">
      <Form action={base} hidden={{ id }} label={t('volunteers.reimbursement.new')}>
        <ErrorSummary title={t('form.summary')} errors={form.errors} />
        <DateField {...form.field('day')} label={t('volunteers.reimbursement.day')} max={t.today} required />
        <RadioGroup
          {...form.field('kind')}
          label={t('volunteers.reimbursement.kind')}
          hint={t('volunteers.reimbursement.kind.hint')}
          choices={reimbursementKinds.map((value) => ({ value, label: t(`volunteers.reimbursement.kind.${value}`) }))}
        />
        <Select
          {...form.field('activity')}
          label={t('volunteers.reimbursement.activity')}
          hint={t('volunteers.reimbursement.activity.hint')}
          choices={activityChoices(t, t.today)}
        />
        <Grid>
          <NumberField {...form.field('amount')} label={t('volunteers.reimbursement.amount')} unit="€" decimal />
          <NumberField
            {...form.field('elsewhereThatDay')}
            label={t('volunteers.reimbursement.elsewhereThatDay')}
            hint={t('volunteers.reimbursement.elsewhereThatDay.hint')}
            unit="€"
            decimal
          />
        </Grid>
        <Grid>
          <Select
            {...form.field('means')}
            label={t('volunteers.reimbursement.means')}
            emptyText={t('volunteers.reimbursement.means.none')}
            choices={travelMeans.map((value) => ({ value, label: t(`volunteers.reimbursement.means.${value}`) }))}
          />
          <NumberField
            {...form.field('kilometres')}
            label={t('volunteers.reimbursement.kilometres')}
            hint={t('volunteers.reimbursement.kilometres.hint')}
            unit="km"
            decimal
          />
        </Grid>
        <Checkbox {...isProven} checked={proven !== ''} label={t('volunteers.reimbursement.isProven')} />
        <ButtonRow>
          <Button>{t('volunteers.reimbursement.note')}</Button>
        </ButtonRow>
      </Form>
    </Section>
  )
}

function Cancel({ t, base, reimbursement }: Pick<WritingProps, 't' | 'base'> & { reimbursement: Reimbursement }) {
  if (reimbursement.cancelledAt) return null
  return (
    <Form action={`${base}/${reimbursement.id}/cancellation`} look="inline">
      <Button look="quiet" about={t.day(reimbursement.day)}>
        {t('volunteers.reimbursement.cancel')}
      </Button>
    </Form>
  )
}

import type { IsoDate } from '@meernet/calendar'
import type { FilledForm } from '../../../platform/http/index.ts'
import type { Texts } from '../../../platform/messages/index.ts'
import {
  Button,
  ButtonRow,
  Checklist,
  DescriptionList,
  EmptyState,
  ErrorSummary,
  Form,
  Heading,
  Lead,
  LinkButton,
  List,
  Notice,
  Section,
  Stack,
} from '../../../ui/index.ts'
import { assignmentProblems } from '../assignment.ts'
import { type Care, trainingTopics } from '../care/index.ts'
import { requiredProofs } from '../onboarding.ts'
import type { RefusedPlace } from '../refused-places.ts'
import type { Conditions, Volunteer } from '../volunteer.ts'
import { problemText } from './problem-text.ts'
import { Refusals } from './refusals.tsx'
import { WishFields } from './wish-fields.tsx'

type Props = {
  readonly t: Texts
  readonly volunteer: Volunteer
  readonly form: FilledForm
  readonly refused: readonly RefusedPlace[]
  readonly search: { readonly typed: string; readonly found: readonly RefusedPlace[] }
  readonly care: Care
}

/** The own file of a volunteer: what is kept, and wishes to change at any moment; while it is frozen, only to read. */
export function OwnFilePage(props: Props) {
  const { t, volunteer, form, refused, search, care } = props
  if (volunteer.frozenOn !== null) return <FrozenOwnFile {...props} since={volunteer.frozenOn} />
  const problems = assignmentProblems(volunteer, t.today)
  return (
    <Stack>
      <Heading level={1}>{t('volunteers.own.title')}</Heading>
      <Lead>{t('volunteers.own.lead')}</Lead>
      {problems.length > 0 ? (
        <Notice title={t('volunteers.own.noVisits')}>
          <List items={problems.map((problem) => problemText(t, problem))} />
        </Notice>
      ) : null}
      <ButtonRow>
        <LinkButton href="/my-volunteering/reimbursements">{t('volunteers.reimbursement.own')}</LinkButton>
      </ButtonRow>
      <HardVisit t={t} care={care} />
      <Form action="/my-volunteering/wishes" hidden={{ version: String(volunteer.version) }}>
        <ErrorSummary title={t('form.summary')} errors={form.errors} />
        <WishFields t={t} form={form} />
        <ButtonRow>
          <Button>{t('volunteers.save')}</Button>
        </ButtonRow>
      </Form>
      <Refusals t={t} base="/my-volunteering" refused={refused} search={search} />
      <Told t={t} volunteer={volunteer} />
      <Learned t={t} care={care} />
      <Kept t={t} volunteer={volunteer} />
    </Stack>
  )
}

/** What nobody works with, as the volunteer reads it. */
function FrozenOwnFile({ t, volunteer, care, since }: Pick<Props, 't' | 'volunteer' | 'care'> & FrozenSince) {
  return (
    <Stack>
      <Heading level={1}>{t('volunteers.own.title')}</Heading>
      <Notice kind="attention" title={t('volunteers.frozen.own', { day: t.day(since) })}>
        <p>{t('volunteers.frozen.own.text')}</p>
        <p>{t('volunteers.frozen.own.again')}</p>
      </Notice>
      <ButtonRow>
        <LinkButton href="/my-volunteering/reimbursements">{t('volunteers.reimbursement.own')}</LinkButton>
        <LinkButton href="/my-data">{t('volunteers.frozen.own.all')}</LinkButton>
      </ButtonRow>
      <Told t={t} volunteer={volunteer} />
      <Learned t={t} care={care} />
      <Kept t={t} volunteer={volunteer} />
    </Stack>
  )
}
type FrozenSince = { readonly since: IsoDate }

/** One press: a talk is owed, and nothing has to be written. */
function HardVisit({ t, care }: Pick<Props, 't' | 'care'>) {
  const owed = care.debriefs.find(({ heldOn }) => heldOn === null)
  return (
    <Section title={t('volunteers.debriefs.own')}>
      {owed ? (
        <Notice>
          <p>{t('volunteers.debriefs.own.owed', { moment: t.moment(owed.dueAt) })}</p>
        </Notice>
      ) : null}
      <p>{t('volunteers.debriefs.own.text')}</p>
      <Form action="/my-volunteering/debriefs" look="inline" label={t('volunteers.debriefs.own')}>
        <Button look="secondary">{t('volunteers.debriefs.ask')}</Button>
      </Form>
    </Section>
  )
}

function Told({ t, volunteer }: Pick<Props, 't' | 'volunteer'>) {
  const given = new Map(volunteer.proofs.map(({ kind, givenOn }) => [kind, givenOn]))
  return (
    <Section title={t('volunteers.own.told')}>
      <Checklist
        doneText={t('volunteers.onboarding.done')}
        openText={t('volunteers.onboarding.open')}
        items={requiredProofs(volunteer.conditions).map((kind) => {
          const day = given.get(kind)
          return {
            text: t(`volunteers.proof.${kind}`),
            done: day !== undefined,
            hint: day ? t('volunteers.onboarding.on', { day: t.day(day) }) : undefined,
          }
        })}
      />
      {volunteer.conditions ? <Offered t={t} conditions={volunteer.conditions} /> : null}
    </Section>
  )
}

function Learned({ t, care }: Pick<Props, 't' | 'care'>) {
  const followed = new Map(care.trainings.map(({ topic, followedOn }) => [topic, followedOn]))
  return (
    <Section title={t('volunteers.training.title')}>
      <Checklist
        doneText={t('volunteers.training.done')}
        openText={t('volunteers.training.open')}
        items={trainingTopics.map((topic) => {
          const day = followed.get(topic)
          return {
            text: t(`volunteers.training.topic.${topic}`),
            done: day !== undefined,
            hint: day ? t('volunteers.onboarding.on', { day: t.day(day) }) : undefined,
          }
        })}
      />
    </Section>
  )
}

function Offered({ t, conditions }: { readonly t: Texts; readonly conditions: Conditions }) {
  return (
    <DescriptionList
      items={[
        { term: t('volunteers.aim'), value: conditions.aim },
        { term: t('volunteers.legalForm'), value: t(`volunteers.legalForm.${conditions.legalForm}`) },
        { term: t('volunteers.reimbursement'), value: conditions.reimbursement },
        { term: t('volunteers.insurer'), value: conditions.insurer },
        { term: t('volunteers.insuredUntil'), value: t.day(conditions.insuredUntil) },
        ...(conditions.responsiblePerson
          ? [{ term: t('volunteers.responsiblePerson'), value: conditions.responsiblePerson }]
          : []),
      ]}
    />
  )
}

function Kept({ t, volunteer }: Pick<Props, 't' | 'volunteer'>) {
  return (
    <Section title={t('volunteers.own.kept')}>
      <DescriptionList
        items={[
          { term: t('volunteers.name'), value: volunteer.name },
          { term: t('volunteers.phone'), value: volunteer.phone ?? '–' },
          { term: t('volunteers.email'), value: volunteer.email ?? '–' },
          { term: t('volunteers.birthYear'), value: String(volunteer.birthYear) },
        ]}
      />
      <p>{t('volunteers.own.correct')}</p>
    </Section>
  )
}

/** Somebody signed in without a file. */
export function NoFilePage({ t }: { readonly t: Texts }) {
  return (
    <Stack>
      <Heading level={1}>{t('volunteers.own.title')}</Heading>
      <EmptyState title={t('volunteers.own.none')} text={t('volunteers.own.none.text')} icon="hand-heart" />
    </Stack>
  )
}

import { languageName, type Texts } from '../../../platform/messages/index.ts'
import {
  BackLink,
  Button,
  ButtonRow,
  Checklist,
  type ContactLine,
  ContactLines,
  DateField,
  DescriptionList,
  ErrorSummary,
  Form,
  Heading,
  LinkButton,
  List,
  Notice,
  Section,
  Stack,
} from '../../../ui/index.ts'
import { assignmentProblems } from '../assignment.ts'
import { mayBeMinor, requiredProofs } from '../onboarding.ts'
import type { RefusedPlace } from '../refused-places.ts'
import type { OnboardingKind, Volunteer } from '../volunteer.ts'
import { problemText } from './problem-text.ts'
import { Refusals } from './refusals.tsx'

type Props = {
  readonly t: Texts
  readonly volunteer: Volunteer
  readonly buddyName: string | undefined
  readonly refused: readonly RefusedPlace[]
  readonly search: { readonly typed: string; readonly found: readonly RefusedPlace[] }
  /** Notes what they ask about their own data. */
  readonly mayAskForThem: boolean
  /** What was wrong with the proof just sent. */
  readonly proofError?: { readonly kind: string; readonly text: string } | undefined
}

/** The file of one volunteer, for who guides them. */
export function VolunteerPage(props: Props) {
  const { t, volunteer, refused, search } = props
  const base = `/volunteers/${volunteer.id}`
  return (
    <Stack>
      <BackLink href="/volunteers" text={t('volunteers.back')} />
      <Heading level={1}>{volunteer.name}</Heading>
      <Assignability t={t} volunteer={volunteer} />
      <ButtonRow>
        <LinkButton href={`${base}/edit`} icon="pencil">
          {t('volunteers.edit')}
        </LinkButton>
        <LinkButton href={`${base}/care`} icon="life-buoy">
          {t('volunteers.care.title')}
        </LinkButton>
        <LinkButton href={`${base}/reimbursements`} icon="clipboard-list">
          {t('volunteers.reimbursement.title')}
        </LinkButton>
        {props.mayAskForThem ? (
          <LinkButton href={`/rights/new?volunteer=${volunteer.id}`} icon="scroll-text">
            {t('volunteers.rights')}
          </LinkButton>
        ) : null}
        {volunteer.endedOn ? (
          <LinkButton href={`${base}/exit-talk`} icon="message-circle">
            {t('volunteers.exitTalk.title')}
          </LinkButton>
        ) : null}
        <Ending t={t} volunteer={volunteer} />
      </ButtonRow>
      <ContactLines lines={contactOf(t, volunteer)} />
      <Onboarding {...props} />
      <FileFacts {...props} />
      <Refusals t={t} base={base} refused={refused} search={search} />
    </Stack>
  )
}

function Assignability({ t, volunteer }: Pick<Props, 't' | 'volunteer'>) {
  const problems = assignmentProblems(volunteer, t.today)
  if (problems.length === 0)
    return (
      <Notice kind="success">
        <p>{t('volunteers.assignable')}</p>
      </Notice>
    )
  return (
    <Notice title={t('volunteers.notAssignable')}>
      <List items={problems.map((problem) => problemText(t, problem))} />
    </Notice>
  )
}

function Ending({ t, volunteer }: Pick<Props, 't' | 'volunteer'>) {
  const base = `/volunteers/${volunteer.id}`
  return (
    <Form action={volunteer.endedOn ? `${base}/ending/removal` : `${base}/ending`} look="inline">
      <Button look="quiet">{volunteer.endedOn ? t('volunteers.reopen') : t('volunteers.end')}</Button>
    </Form>
  )
}

/** What must be told or signed; a day can be noted for what is open, and corrected for what is done. */
function Onboarding({ t, volunteer, proofError }: Props) {
  const given = new Map(volunteer.proofs.map(({ kind, givenOn }) => [kind, givenOn]))
  return (
    <Section title={t('volunteers.onboarding.title')} id="onboarding">
      <ErrorSummary
        title={t('form.summary')}
        errors={proofError ? [{ field: `givenOn-${proofError.kind}`, text: proofError.text }] : []}
      />
      <Checklist
        doneText={t('volunteers.onboarding.done')}
        openText={t('volunteers.onboarding.open')}
        items={requiredProofs(volunteer.conditions).map((kind) => {
          const day = given.get(kind)
          return {
            text: t(`volunteers.proof.${kind}`),
            hint: day ? t('volunteers.onboarding.on', { day: t.day(day) }) : t(`volunteers.proofHint.${kind}`),
            done: day !== undefined,
            action: day ? undefined : <ProofForm t={t} volunteerId={volunteer.id} kind={kind} error={proofError} />,
          }
        })}
      />
    </Section>
  )
}

type ProofFormProps = {
  readonly t: Texts
  readonly volunteerId: string
  readonly kind: OnboardingKind
  readonly error: Props['proofError']
}

function ProofForm({ t, volunteerId, kind, error }: ProofFormProps) {
  return (
    <Form
      action={`/volunteers/${volunteerId}/proofs`}
      look="inline"
      hidden={{ kind }}
      label={t(`volunteers.proof.${kind}`)}
    >
      <DateField
        name="givenOn"
        id={`f-givenOn-${kind}`}
        label={t('volunteers.onboarding.day')}
        value={t.today}
        max={t.today}
        error={error?.kind === kind ? error.text : undefined}
      />
      <Button look="secondary" about={t(`volunteers.proof.${kind}`)}>
        {t('volunteers.onboarding.note')}
      </Button>
    </Form>
  )
}

/** "weekdag, voormiddag" holds a comma, so no list of words can be made of such times. */
const timeWords = (t: Texts, { times }: Volunteer): string =>
  times.map((time) => t(`volunteers.time.${time}`)).join(' · ') || '–'

function FileFacts({ t, volunteer, buddyName }: Props) {
  const words = (keys: readonly string[]) => (keys.length > 0 ? t.list(keys) : '–')
  const { visitsPerWeek, visitsPerMonth, pausedFrom, pausedUntil } = volunteer
  return (
    <Section title={t('volunteers.file')}>
      <DescriptionList
        items={[
          { term: t('volunteers.birthYear'), value: String(volunteer.birthYear) },
          ...(mayBeMinor(volunteer.birthYear, t.today)
            ? [{ term: t('volunteers.permission'), value: permissionText(t, volunteer) }]
            : []),
          { term: t('volunteers.tasks'), value: words(volunteer.tasks.map((task) => t(`volunteers.task.${task}`))) },
          { term: t('volunteers.times'), value: timeWords(t, volunteer) },
          { term: t('volunteers.languages'), value: words(volunteer.languages.map((code) => languageName(t, code))) },
          { term: t('volunteers.visitsPerWeek'), value: visitsPerWeek === null ? '–' : String(visitsPerWeek) },
          { term: t('volunteers.visitsPerMonth'), value: visitsPerMonth === null ? '–' : String(visitsPerMonth) },
          {
            term: t('volunteers.pause.title'),
            value: pausedFrom ? `${t.day(pausedFrom)} – ${pausedUntil ? t.day(pausedUntil) : '…'}` : '–',
          },
          { term: t('volunteers.buddy'), value: buddyName ?? '–' },
          {
            term: t('volunteers.account'),
            value: volunteer.userId ? t('volunteers.account.yes') : t('volunteers.account.no'),
          },
        ]}
      />
    </Section>
  )
}

function permissionText(t: Texts, { parentalPermissionOn, adulthoodCheckedOn }: Volunteer): string {
  if (adulthoodCheckedOn) return t('volunteers.permission.adult', { day: t.day(adulthoodCheckedOn) })
  return parentalPermissionOn
    ? t('volunteers.permission.given', { day: t.day(parentalPermissionOn) })
    : t('volunteers.permission.missing')
}

function contactOf(t: Texts, { phone, email }: Volunteer): readonly ContactLine[] {
  return [
    ...(phone ? [{ kind: 'phone' as const, label: t('volunteers.phone'), text: phone }] : []),
    ...(email ? [{ kind: 'email' as const, label: t('volunteers.email'), text: email }] : []),
  ]
}

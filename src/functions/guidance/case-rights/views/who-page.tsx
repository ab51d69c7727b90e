import type { Texts } from '../../../../platform/messages/index.ts'
import type { Household, Person } from '../../../../registers/people/index.ts'
import {
  BackLink,
  Button,
  ButtonRow,
  DescriptionList,
  ErrorSummary,
  Form,
  Heading,
  Hint,
  RadioGroup,
  Section,
  Stack,
  TextField,
} from '../../../../ui/index.ts'
import { one } from '../../rights-check/step.ts'
import type { PeopleField } from '../people-typed.ts'
import type { WhoStep } from '../running.ts'

/** What the registers know that a check can use: never enough for an age, because no birth date is kept. */
export type KnownAlready = {
  readonly person: Person
  readonly household: Household | undefined
  readonly municipality: string
}

type Props = {
  readonly t: Texts
  readonly step: WhoStep
  readonly action: string
  readonly back: string
  readonly known: KnownAlready
}

/** Who lives here: birth dates where somebody has them at hand, because they tell what changes on which day. */
export function WhoPage({ t, step, action, back, known }: Props) {
  const errors = [
    ...step.wrong.map((field) => ({ field, text: t('guidance.caseRights.who.error.age') })),
    ...(step.isImpossible ? [{ field: 'self', text: t('guidance.caseRights.who.error.family') }] : []),
  ]
  const field = (name: PeopleField) => ({
    name,
    label: t(`guidance.caseRights.who.${name}`),
    value: one(step.sent, name),
    error: errors.find((error) => error.field === name)?.text,
    maxLength: 120,
  })
  const optionalText = t('guidance.optional')
  return (
    <Stack>
      <BackLink href={back} text={t('guidance.tab.rights')} />
      <Heading level={1}>{t('guidance.caseRights.who.title')}</Heading>
      <ErrorSummary title={t('form.summary')} errors={errors} />
      <Known t={t} known={known} />
      <Form action={action}>
        <Hint>{t('guidance.caseRights.who.hint')}</Hint>
        <TextField {...field('self')} optionalText={optionalText} />
        <RadioGroup
          name="partner"
          label={t('guidance.caseRights.who.partner')}
          value={one(step.sent, 'partner') || partnerKnown(known)}
          inline
          choices={[
            { value: 'yes', label: t('guidance.caseRights.yes') },
            { value: 'no', label: t('guidance.caseRights.no') },
          ]}
        />
        <TextField {...field('partnerBorn')} optionalText={optionalText} />
        <TextField
          {...field('children')}
          hint={t('guidance.caseRights.who.childrenHint')}
          optionalText={optionalText}
        />
        <TextField {...field('others')} hint={t('guidance.caseRights.who.othersHint')} optionalText={optionalText} />
        <ButtonRow>
          <Button name="do" value="people">
            {t('guidance.caseRights.who.next')}
          </Button>
        </ButtonRow>
      </Form>
    </Stack>
  )
}

function Known({ t, known: { person, household, municipality } }: { readonly t: Texts; readonly known: KnownAlready }) {
  const born = (year: number | null) =>
    year === null ? t('guidance.caseRights.known.noYear') : t('guidance.caseRights.known.year', { year: String(year) })
  const others = (household?.members ?? []).filter(({ id }) => id !== person.id)
  return (
    <Section title={t('guidance.caseRights.known.title')}>
      <DescriptionList
        items={[
          { term: t('guidance.caseRights.person.reference'), value: born(person.birthYear) },
          ...others.map(({ role, birthYear }) => ({ term: t(`people.role.${role}`), value: born(birthYear) })),
          { term: t('guidance.caseRights.known.place'), value: municipality },
        ]}
      />
    </Section>
  )
}

/** The register says who is whose partner; only where it is the person of the case is the answer filled in. */
function partnerKnown({ person, household }: KnownAlready): string {
  const own = household?.members.find(({ id }) => id === person.id)?.role
  const hasPartner = household?.members.some(({ id, role }) => id !== person.id && role === 'partner') ?? false
  return own === 'partner' || (own === 'contact' && hasPartner) ? 'yes' : ''
}

import type { FilledForm } from '../../../platform/http/index.ts'
import type { Texts } from '../../../platform/messages/index.ts'
import {
  Button,
  DateField,
  Disclosure,
  Form,
  Hint,
  LinkList,
  NumberField,
  Section,
  Select,
  TextField,
} from '../../../ui/index.ts'
import { type Household, type HouseholdMember, householdRoles } from '../household-store.ts'
import { fullName, type Person } from '../person.ts'

type Props = {
  readonly t: Texts
  readonly person: Person
  readonly household: Household | undefined
  readonly form: FilledForm
}

/** Who lives with this person. */
export function HouseholdPart({ t, person, household, form }: Props) {
  return (
    <Section title={t('people.household')}>
      {household ? (
        <LinkList
          label={t('people.household')}
          items={household.members.map((member) => ({
            key: member.id,
            title: fullName(member),
            href: member.id === person.id ? undefined : `/people/${member.id}`,
            meta: memberMeta(t, member),
            actions: <Leaving t={t} person={person} member={member} />,
          }))}
        />
      ) : (
        <Hint>{t('people.household.none')}</Hint>
      )}
      <Disclosure summary={t('people.household.add')} open={form.errors.length > 0}>
        <Form
          action={`/people/${person.id}/household`}
          hidden={{ householdId: form.field('householdId').value, newPersonId: form.field('newPersonId').value }}
        >
          <TextField {...form.field('givenName')} label={t('people.field.givenName')} maxLength={80} required />
          <TextField
            {...form.field('familyName')}
            label={t('people.field.familyName')}
            optionalText={t('people.optional')}
            maxLength={80}
          />
          <NumberField
            {...form.field('birthYear')}
            label={t('people.field.birthYear')}
            optionalText={t('people.optional')}
          />
          <Select
            {...form.field('role')}
            label={t('people.household.role')}
            choices={householdRoles.map((role) => ({ value: role, label: t(`people.role.${role}`) }))}
          />
          <DateField {...form.field('since')} label={t('people.household.since')} />
          <Button look="secondary">{t('people.household.save')}</Button>
        </Form>
      </Disclosure>
    </Section>
  )
}

const memberMeta = (t: Texts, { role, birthYear }: HouseholdMember) =>
  [t(`people.role.${role}`), birthYear ? t('people.born', { year: String(birthYear) }) : ''].filter(Boolean).join(' · ')

function Leaving({ t, person, member }: Pick<Props, 't' | 'person'> & { readonly member: HouseholdMember }) {
  return (
    <Form action={`/people/${person.id}/household/removal`} look="inline" hidden={{ personId: member.id }}>
      <Button look="quiet" about={fullName(member)}>
        {t('people.household.leave')}
      </Button>
    </Form>
  )
}

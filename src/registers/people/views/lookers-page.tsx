import type { Looker } from '../../../platform/audit/lookers.ts'
import type { Texts } from '../../../platform/messages/index.ts'
import {
  BackLink,
  ButtonRow,
  EmptyState,
  Heading,
  Lead,
  LinkButton,
  PrintSheet,
  Stack,
  Table,
} from '../../../ui/index.ts'
import { looksPerDay } from '../looks-per-day.ts'
import { fullName, type Person } from '../person.ts'

type Props = { readonly t: Texts; readonly person: Person; readonly lookers: readonly Looker[] }

/** Who looked at this person's data: day, role and organisation. */
export function LookersPage({ t, person, lookers }: Props) {
  return (
    <Stack>
      <BackLink href={`/people/${person.id}`} text={fullName(person)} />
      <Heading level={1}>{t('people.lookers')}</Heading>
      <Lead>{t('people.lookersLead')}</Lead>
      <LookersTable t={t} lookers={lookers} />
      <ButtonRow>
        <LinkButton href={`/people/${person.id}/lookers/print`} icon="printer">
          {t('people.lookersPrint')}
        </LinkButton>
      </ButtonRow>
    </Stack>
  )
}

/** The same on paper, for the person. */
export function LookersSheet({ t, person, lookers }: Props) {
  return (
    <PrintSheet isNumbered>
      <Stack gap="small">
        <Heading level={1}>{t('resident.personLookers.title')}</Heading>
        <p>{t('resident.personLookers.for', { name: fullName(person), day: t.day(t.today) })}</p>
        <p>{t('resident.personLookers.lead')}</p>
        <LookersTable t={t} lookers={lookers} />
      </Stack>
    </PrintSheet>
  )
}

function LookersTable({ t, lookers }: Omit<Props, 'person'>) {
  if (lookers.length === 0) return <EmptyState icon="eye" title={t('resident.personLookers.none')} />
  return (
    <Table
      caption={t('resident.personLookers.title')}
      captionHidden
      rows={looksPerDay(lookers)}
      rowKey={({ day, role, organisation }) => `${day} ${role} ${organisation}`}
      columns={[
        { key: 'day', heading: t('resident.personLookers.day'), rowHeader: true, cell: ({ day }) => t.day(day) },
        { key: 'role', heading: t('resident.personLookers.role'), cell: ({ role }) => t(`http.role.${role}`) },
        {
          key: 'organisation',
          heading: t('resident.personLookers.organisation'),
          cell: ({ organisation }) => organisation,
        },
        { key: 'times', heading: t('resident.personLookers.times'), numeric: true, cell: ({ times }) => times },
      ]}
    />
  )
}

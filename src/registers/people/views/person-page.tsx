import type { FilledForm } from '../../../platform/http/index.ts'
import { languageName, type Texts } from '../../../platform/messages/index.ts'
import {
  BackLink,
  ButtonRow,
  Columns,
  type ContactLine,
  ContactLines,
  EmptyState,
  ErrorSummary,
  Heading,
  LinkButton,
  LinkList,
  Section,
  Stack,
} from '../../../ui/index.ts'
import type { Household } from '../household-store.ts'
import { fullName, type Person } from '../person.ts'
import type { PersonSection } from '../person-section.ts'
import { HouseholdPart } from './household-part.tsx'

type Props = {
  readonly t: Texts
  readonly person: Person
  readonly address: string | undefined
  readonly household: Household | undefined
  readonly parts: readonly PersonSection[]
  readonly form: FilledForm
}

/** How to reach somebody, with whom they live, what they agreed, and who looked. */
export function PersonPage({ t, person, address, household, parts, form }: Props) {
  return (
    <Stack gap="large">
      <Stack gap="small">
        <BackLink href="/people" text={t('people.title')} />
        <Heading level={1}>{fullName(person)}</Heading>
        <ErrorSummary title={t('form.summary')} errors={form.errors} />
      </Stack>
      <Columns aside={<HouseholdPart t={t} person={person} household={household} form={form} />}>
        <Stack gap="large">
          <Section title={t('people.contact')}>
            <ContactLines lines={linesOf(t, person, address)} />
            {person.note ? <p>{person.note}</p> : null}
            <ButtonRow>
              <LinkButton href={`/people/${person.id}/contact`} icon="pencil" shortcut="c">
                {t('people.changeContact')}
              </LinkButton>
              <LinkButton href={`/people/${person.id}/lookers`} look="quiet" icon="eye">
                {t('people.lookers')}
              </LinkButton>
            </ButtonRow>
          </Section>
          {parts.map((part) => (
            <Part key={part.key} part={part} />
          ))}
        </Stack>
      </Columns>
    </Stack>
  )
}

function Part({ part }: { readonly part: PersonSection }) {
  return (
    <Section title={part.title}>
      {part.links.length === 0 ? <EmptyState title={part.empty} /> : <LinkList label={part.title} items={part.links} />}
      {part.action ? (
        <ButtonRow>
          <LinkButton href={part.action.href}>{part.action.text}</LinkButton>
        </ButtonRow>
      ) : null}
    </Section>
  )
}

/** Only what is known; the preferred way first, because it is the promise. */
function linesOf(t: Texts, person: Person, address: string | undefined): readonly ContactLine[] {
  const language = languageName(t, person.language)
  const lines: readonly ContactLine[] = [
    { kind: 'person', label: t('people.field.preferredChannel'), text: t(`people.prefers.${person.preferredChannel}`) },
    { kind: 'phone', label: t('people.field.phone'), text: person.phone ?? '' },
    { kind: 'email', label: t('people.field.email'), text: person.email ?? '' },
    { kind: 'hours', label: t('people.field.reachWhen'), text: person.reachWhen ?? '' },
    { kind: 'address', label: t('people.field.address'), text: address ?? '' },
    { kind: 'address', label: t('people.field.placeText'), text: person.placeText ?? '' },
    {
      kind: 'language',
      label: t('people.field.language'),
      text: person.needsInterpreter ? t('people.languageWithInterpreter', { language }) : language,
    },
  ]
  return lines.filter(({ text }) => text !== '')
}

import type { PublicMunicipality } from '../../../../platform/http/index.ts'
import type { Texts } from '../../../../platform/messages/index.ts'
import {
  Button,
  ButtonRow,
  Columns,
  ContactLines,
  Form,
  Heading,
  Lead,
  Link,
  LinkButton,
  List,
  Panel,
  Section,
  Stack,
} from '../../../../ui/index.ts'
import { EmergencyLines } from './emergency-lines.tsx'

type Props = { readonly t: Texts; readonly municipality: PublicMunicipality; readonly hasDraft: boolean }

/** What the card is for, what happens with it, and how to do the same without a screen. */
export function StartPage({ t, municipality, hasDraft }: Props) {
  const base = `/in/${municipality.slug}`
  const { contact } = municipality
  return (
    <Stack>
      <Heading level={1}>{t('resident.card.start.title')}</Heading>
      <Lead>{t('resident.card.start.lead')}</Lead>
      <List
        items={[
          t('resident.card.start.short'),
          t('resident.card.start.reads'),
          t('resident.card.start.soon'),
          t('resident.card.start.no'),
        ]}
      />
      <Form action={`${base}/card`}>
        <ButtonRow>
          <Button look={hasDraft ? 'secondary' : 'primary'}>{t('resident.card.start.begin')}</Button>
          {hasDraft ? (
            <LinkButton href={`${base}/card/who`} look="primary">
              {t('resident.card.start.goOn')}
            </LinkButton>
          ) : null}
        </ButtonRow>
      </Form>
      <Columns
        aside={
          <Panel>
            <Section title={t('resident.card.start.otherWays')}>
              <ContactLines
                lines={[
                  { kind: 'person' as const, label: t('resident.contact.who'), text: contact.name },
                  { kind: 'phone' as const, label: t('resident.contact.phone'), text: contact.phone },
                  { kind: 'address' as const, label: t('resident.contact.address'), text: contact.address },
                ].filter(({ text }) => text !== '')}
              />
              <Link href={`${base}/paper-card`} icon="printer">
                {t('resident.card.start.paper')}
              </Link>
            </Section>
          </Panel>
        }
      >
        <EmergencyLines t={t} municipality={municipality} />
      </Columns>
    </Stack>
  )
}

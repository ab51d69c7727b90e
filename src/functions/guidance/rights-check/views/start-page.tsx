import type { PublicMunicipality } from '../../../../platform/http/index.ts'
import type { Texts } from '../../../../platform/messages/index.ts'
import {
  ButtonRow,
  ContactLines,
  Heading,
  Lead,
  LinkButton,
  List,
  Panel,
  Section,
  Stack,
} from '../../../../ui/index.ts'

type Props = { readonly t: Texts; readonly municipality: PublicMunicipality }

/** What the check is, what becomes of the answers, and how to have it done by somebody without a screen. */
export function StartPage({ t, municipality }: Props) {
  const { contact, slug } = municipality
  return (
    <Stack>
      <Heading level={1}>{t('resident.rightsCheck.title')}</Heading>
      <Lead>{t('resident.rightsCheck.start.lead')}</Lead>
      <List
        items={[
          t('resident.rightsCheck.start.private'),
          t('resident.rightsCheck.start.skip'),
          t('resident.rightsCheck.start.noPromise'),
        ]}
      />
      <ButtonRow>
        <LinkButton href={`/in/${slug}/rights-check/questions`} look="primary">
          {t('resident.rightsCheck.start.begin')}
        </LinkButton>
        <LinkButton href={`/in/${slug}/card`} look="secondary">
          {t('resident.rightsCheck.start.card')}
        </LinkButton>
      </ButtonRow>
      <Panel>
        <Section title={t('resident.rightsCheck.start.otherWays')}>
          <ContactLines
            lines={[
              { kind: 'person' as const, label: t('resident.contact.who'), text: contact.name },
              { kind: 'phone' as const, label: t('resident.contact.phone'), text: contact.phone },
              { kind: 'address' as const, label: t('resident.contact.address'), text: contact.address },
            ].filter(({ text }) => text !== '')}
          />
        </Section>
      </Panel>
    </Stack>
  )
}

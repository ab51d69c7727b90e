import type { PublicMunicipality } from '../../../platform/http/index.ts'
import type { Texts } from '../../../platform/messages/index.ts'
import {
  ButtonRow,
  type ContactLine,
  ContactLines,
  Heading,
  Lead,
  LinkButton,
  Panel,
  Section,
  Stack,
} from '../../../ui/index.ts'

type Props = { readonly t: Texts; readonly municipality: PublicMunicipality }

/** One clear way to ask, to find help, to see what became of a card; and how to do all that without a screen. */
export function HomePage({ t, municipality }: Props) {
  const base = `/in/${municipality.slug}`
  return (
    <Stack>
      <Heading level={1}>{t('resident.home.title', { name: municipality.name })}</Heading>
      <Lead>{t('resident.home.lead')}</Lead>
      <ButtonRow>
        <LinkButton href={`${base}/card`} look="primary">
          {t('resident.home.ask')}
        </LinkButton>
        <LinkButton href={`${base}/services`}>{t('resident.home.services')}</LinkButton>
        <LinkButton href={`${base}/my-card`}>{t('resident.home.myCard')}</LinkButton>
      </ButtonRow>
      <Panel>
        <Section title={t('resident.home.byPhone')}>
          <ContactLines lines={linesOf(t, municipality.contact)} />
        </Section>
      </Panel>
    </Stack>
  )
}

function linesOf(t: Texts, { name, phone, address, hours }: PublicMunicipality['contact']): readonly ContactLine[] {
  const lines: readonly ContactLine[] = [
    { kind: 'person', label: t('resident.contact.who'), text: name },
    { kind: 'phone', label: t('resident.contact.phone'), text: phone },
    { kind: 'address', label: t('resident.contact.address'), text: address },
    { kind: 'hours', label: t('resident.contact.hours'), text: hours },
  ]
  return lines.filter(({ text }) => text !== '')
}

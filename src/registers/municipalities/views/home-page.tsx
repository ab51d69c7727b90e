import type { PublicMunicipality } from '../../../platform/http/index.ts'
import type { Texts } from '../../../platform/messages/index.ts'
import {
  ButtonRow,
  Columns,
  type ContactLine,
  ContactLines,
  Heading,
  Lead,
  Link,
  LinkButton,
  Panel,
  Prose,
  Section,
  Stack,
  Steps,
} from '../../../ui/index.ts'

type Props = { readonly t: Texts; readonly municipality: PublicMunicipality }

/** What somebody can do here, what then happens, and how to do the same without a screen. */
export function HomePage({ t, municipality }: Props) {
  const base = `/in/${municipality.slug}`
  return (
    <Stack>
      <Stack gap="small">
        <Heading level={1}>{t('resident.home.title', { name: municipality.name })}</Heading>
        <Lead>{t('resident.home.lead')}</Lead>
      </Stack>
      <ButtonRow>
        <LinkButton href={`${base}/card`} look="primary">
          {t('resident.home.ask')}
        </LinkButton>
        <LinkButton href={`${base}/services`}>{t('resident.home.services')}</LinkButton>
        <LinkButton href={`${base}/rights-check`}>{t('resident.home.rights')}</LinkButton>
        <LinkButton href={`${base}/my-card`}>{t('resident.home.myCard')}</LinkButton>
      </ButtonRow>
      <Columns
        aside={
          <Panel>
            <Section title={t('resident.home.byPhone')}>
              <ContactLines lines={linesOf(t, municipality.contact)} />
            </Section>
          </Panel>
        }
      >
        <Section title={t('resident.home.how')}>
          <Steps
            steps={happens.map((step) => ({ title: t(`resident.home.${step}`), text: t(`resident.home.${step}Text`) }))}
          />
        </Section>
        <Section title={t('resident.home.what')}>
          <Prose>
            <p>{t('resident.home.whatText', { name: municipality.name })}</p>
            <p>
              <Link href={`${base}/analysis`}>{t('resident.home.analysis')}</Link>
            </p>
          </Prose>
        </Section>
      </Columns>
    </Stack>
  )
}

/** What happens with a question, in order. */
const happens = ['tell', 'call', 'stay'] as const

function linesOf(t: Texts, { name, phone, address, hours }: PublicMunicipality['contact']): readonly ContactLine[] {
  const lines: readonly ContactLine[] = [
    { kind: 'person', label: t('resident.contact.who'), text: name },
    { kind: 'phone', label: t('resident.contact.phone'), text: phone },
    { kind: 'address', label: t('resident.contact.address'), text: address },
    { kind: 'hours', label: t('resident.contact.hours'), text: hours },
  ]
  return lines.filter(({ text }) => text !== '')
}

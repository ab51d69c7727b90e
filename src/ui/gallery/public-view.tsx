import { LinkButton } from '../button/button.tsx'
import { ButtonRow } from '../button/button-row.tsx'
import { Columns } from '../layout/columns.tsx'
import { Panel } from '../layout/panel.tsx'
import { Section } from '../layout/section.tsx'
import { Stack } from '../layout/stack.tsx'
import { LinkList } from '../list/link-list.tsx'
import { PublicLayout } from '../public-layout/public-layout.tsx'
import { ContactLines } from '../status/contact-lines.tsx'
import { Tag } from '../status/status.tsx'
import { Steps } from '../steps/steps.tsx'
import { Heading } from '../text/heading.tsx'
import { Lead } from '../text/lead.tsx'
import { languages, netegem } from './netegem.ts'

/** The start page of the public site. */
export function PublicView() {
  return (
    <PublicLayout
      municipality={netegem}
      languages={languages}
      navigationLabel="Hoofdmenu"
      navigation={[
        { href: '/gallery?view=public', text: 'Start', current: true },
        { href: '/gallery?to=services', text: 'Hulp zoeken' },
        { href: '/gallery?to=card', text: 'Mijn kaart volgen' },
      ]}
      footer={[
        { href: '/gallery?to=privacy', text: 'Uw gegevens' },
        { href: '/gallery?to=access', text: 'Toegankelijkheid' },
        { href: '/gallery?to=sign-in', text: 'Aanmelden voor medewerkers' },
      ]}
      footerText="Liever bellen? Dat kan elke werkdag van 9 tot 12 uur op 011 00 00 00."
    >
      <Columns aside={<Call />} asideLabel="Bellen of langskomen">
        <Stack>
          <Heading level={1}>Hulp vragen mag</Heading>
          <Lead>Vul een kaart in. Iemand van uw gemeente belt u. Samen kijken we wat er kan.</Lead>
          <ButtonRow>
            <LinkButton href="/gallery?view=resident" look="primary" likelyNext>
              Vul een kaart in
            </LinkButton>
            <LinkButton href="/gallery?to=services">Zoek hulp in de buurt</LinkButton>
          </ButtonRow>
        </Stack>
        <Section title="Zo gaat het">
          <Steps
            steps={[
              { title: 'U vult de kaart in', text: 'Vijf korte vragen. U hoeft zich niet aan te melden.' },
              { title: 'Wij bellen u', text: 'Binnen 14 dagen. Is het dringend, dan vandaag nog.' },
              { title: 'U kiest', text: 'Er gebeurt niets zonder dat u het weet.' },
            ]}
          />
        </Section>
        <Section title="In uw buurt">
          <LinkList
            items={[
              {
                href: '/gallery?service=1',
                title: 'Dienstencentrum De Linde',
                description: 'Soep, babbel en hulp met papieren.',
                meta: (
                  <>
                    <Tag>Gratis</Tag>
                    <Tag>Molenwijk</Tag>
                  </>
                ),
              },
              {
                href: '/gallery?service=2',
                title: 'Sociaal Huis',
                description: 'Alle vragen over geld, wonen en rechten.',
              },
            ]}
          />
        </Section>
      </Columns>
    </PublicLayout>
  )
}

function Call() {
  return (
    <Panel look="warm">
      <Heading level={2} look={3}>
        Liever een stem?
      </Heading>
      <ContactLines
        lines={[
          { kind: 'phone', label: 'Telefoon', text: '011 00 00 00' },
          { kind: 'address', label: 'Adres', text: 'Markt 1, Netegem' },
          { kind: 'hours', label: 'Open', text: 'werkdagen, 9 tot 12 uur' },
        ]}
      />
    </Panel>
  )
}

import { LinkButton } from '../button/button.tsx'
import { ConfirmPanel } from '../form/confirm-panel.tsx'
import { Cluster } from '../layout/cluster.tsx'
import { Grid } from '../layout/grid.tsx'
import { Section } from '../layout/section.tsx'
import { Stack } from '../layout/stack.tsx'
import { EmptyState } from '../notice/empty-state.tsx'
import { Flash } from '../notice/flash.tsx'
import { Notice } from '../notice/notice.tsx'
import { ContactLines } from '../status/contact-lines.tsx'
import { DueDate } from '../status/due-date.tsx'
import { Count, Status, Tag } from '../status/status.tsx'
import { ProgressBar, Tally } from '../status/tally.tsx'

/** What is going on: notices, states, dates, counts. */
export function NoticeSamples() {
  return (
    <>
      <Section title="Berichten">
        <Stack gap="small">
          <Notice title="Goed om te weten">
            <p>De gegevens van deze campagne verdwijnen dertig dagen na het einde.</p>
          </Notice>
          <Flash text="De kaart is toegewezen aan Mia Claes." />
          <Notice kind="attention" title="De verzekering vervalt over 12 dagen">
            <p>Na die dag kan de organisatie geen nieuwe opdrachten krijgen.</p>
          </Notice>
          <Notice kind="alarm" title="Gevaar? Stop en bel.">
            <p>
              Bel <a href="tel:112">112</a> bij direct gevaar. Daarna belt u de coördinator van wacht.
            </p>
          </Notice>
          <EmptyState
            title="Geen kaarten die wachten"
            text="Nieuwe kaarten verschijnen hier, de oudste belofte eerst."
            action={<LinkButton href="/gallery">Een kaart van papier overnemen</LinkButton>}
          />
        </Stack>
      </Section>
      <Section title="Waar iets staat">
        <Cluster>
          <Status word="Ontvangen" icon="inbox" />
          <Status word="Gecontacteerd" icon="phone" weight="strong" />
          <Status word="Afgesloten" icon="check" weight="quiet" />
          <Tag icon="languages">Arabisch</Tag>
          <Tag>Gratis</Tag>
          <Count value={12} about="kaarten" />
        </Cluster>
        <Cluster gap="medium">
          <DueDate words="morgen" date="za 22 november 2026" dateTime="2026-11-22" />
          <DueDate words="3 dagen te laat" date="di 18 november 2026" dateTime="2026-11-18" overdue />
        </Cluster>
        <Grid cell="small">
          <Tally value={7} label="kaarten te bellen" href="/gallery" />
          <Tally value={2} label="te laat" hint="oudste: 3 dagen" />
          <Tally value="verborgen" label="minder dan vijf" />
        </Grid>
        <ProgressBar label="Molenstraat" value={40} max={120} text="40 van 120 adressen" />
        <ContactLines
          lines={[
            { kind: 'phone', label: 'Telefoon', text: '011 00 00 00' },
            { kind: 'email', label: 'E-mail', text: 'zorgzaam@netegem.example' },
            { kind: 'address', label: 'Adres', text: 'Sociaal Huis, Markt 1, 9999 Netegem' },
            { kind: 'hours', label: 'Open', text: 'maandag tot vrijdag, 9 tot 12 uur' },
          ]}
        />
      </Section>
      <Section title="Eén keer vragen">
        <ConfirmPanelSample />
      </Section>
    </>
  )
}

function ConfirmPanelSample() {
  return (
    <ConfirmPanel
      level={3}
      title="De lijst van 214 adressen vernietigen?"
      consequences={[
        'De adressen verdwijnen bij alle bezoekers.',
        'De tellingen per straat blijven.',
        'Dit kan niet ongedaan worden gemaakt.',
      ]}
      action="/gallery"
      confirmText="Vernietig de lijst"
      cancel={{ href: '/gallery', text: 'Toch niet' }}
      danger
    />
  )
}

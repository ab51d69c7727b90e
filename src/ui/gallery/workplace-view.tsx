import { LinkButton } from '../button/button.tsx'
import { Cluster } from '../layout/cluster.tsx'
import { Columns } from '../layout/columns.tsx'
import { Grid } from '../layout/grid.tsx'
import { Panel } from '../layout/panel.tsx'
import { Section } from '../layout/section.tsx'
import { Stack } from '../layout/stack.tsx'
import { LinkList } from '../list/link-list.tsx'
import { Flash } from '../notice/flash.tsx'
import { ContactLines } from '../status/contact-lines.tsx'
import { DueDate } from '../status/due-date.tsx'
import { Count } from '../status/status.tsx'
import { ProgressBar, Tally } from '../status/tally.tsx'
import { Heading } from '../text/heading.tsx'
import { Lead } from '../text/lead.tsx'
import { WorkplaceLayout } from '../workplace-layout/workplace-layout.tsx'
import { CardList } from './list-samples.tsx'
import { netegem } from './netegem.ts'

/** The start page of a coordinator. */
export function WorkplaceView() {
  return (
    <WorkplaceLayout
      municipality={netegem}
      navigationLabel="Hoofdmenu"
      menuText="Menu"
      navigation={[
        { links: [{ href: '/gallery?view=workplace', text: 'Vandaag', icon: 'sun', current: true, count: 3 }] },
        {
          title: 'Vragen en mensen',
          links: [
            { href: '/gallery?to=cards', text: 'Kaarten', icon: 'inbox', count: 7 },
            { href: '/gallery?to=cases', text: 'Dossiers', icon: 'folder-open' },
            { href: '/gallery?to=handovers', text: 'Overdrachten', icon: 'handshake' },
          ],
        },
        {
          title: 'Huisbezoeken',
          links: [
            { href: '/gallery?to=campaigns', text: 'Bezoekcampagnes', icon: 'footprints' },
            { href: '/gallery?to=volunteers', text: 'Vrijwilligers', icon: 'hand-heart' },
          ],
        },
        { title: 'Aanbod', links: [{ href: '/gallery?to=services', text: 'Hulpaanbod', icon: 'book-open' }] },
      ]}
      user={{
        name: 'An Peeters',
        role: 'Coördinator Molenwijk',
        signOut: { action: '/gallery', text: 'Afmelden' },
        profile: { href: '/gallery?to=profile', text: 'Mijn gegevens' },
      }}
      notices={<Flash text="Kaart toegewezen aan Mia Claes." />}
    >
      <Cluster spread="between">
        <Stack gap="tiny">
          <Heading level={1}>Vandaag</Heading>
          <Lead>Vrijdag 21 november. Drie beloften vragen uw aandacht.</Lead>
        </Stack>
        <LinkButton href="/gallery?to=new" look="primary" icon="plus" shortcut="n">
          Nieuwe kaart
        </LinkButton>
      </Cluster>
      <Grid cell="small" gap="small" stretch>
        <Tally value={3} label="kaarten te bellen" href="/gallery?to=call" hint="oudste: 3 dagen te laat" />
        <Tally value={1} label="aankomst na te vragen" href="/gallery?to=arrivals" />
        <Tally value={5} label="dossiers in gang" href="/gallery?to=cases" />
      </Grid>
      <Columns aside={<Beside />} asideLabel="Deze week">
        <Section title="Beloofd" beside={<Count value={3} about="kaarten" />}>
          <CardList />
        </Section>
        <Section title="Aangekomen?">
          <LinkList
            items={[
              {
                href: '/gallery?handover=1',
                title: 'Rechtenverkenning bij OCMW Netegem',
                meta: <DueDate words="over 2 dagen" date="ma 24 november" dateTime="2026-11-24" />,
                description: 'Voorgesteld op 10 november, samen met de maatschappelijk werker.',
              },
            ]}
          />
        </Section>
      </Columns>
    </WorkplaceLayout>
  )
}

function Beside() {
  return (
    <>
      <Panel>
        <Heading level={2} look={3}>
          Campagne Molenwijk
        </Heading>
        <ProgressBar label="Adressen" value={140} max={214} text="140 van 214" />
      </Panel>
      <Panel look="warm">
        <Heading level={2} look={3}>
          Van wacht
        </Heading>
        <ContactLines
          lines={[
            { kind: 'person', label: 'Naam', text: 'Mia Claes' },
            { kind: 'phone', label: 'Telefoon', text: '011 00 00 01' },
          ]}
        />
      </Panel>
    </>
  )
}

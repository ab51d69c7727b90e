import { Button, LinkButton } from '../button/button.tsx'
import { ButtonRow } from '../button/button-row.tsx'
import { Icon } from '../icon/icon.tsx'
import { iconNames } from '../icon/icon-drawings.ts'
import { Cluster } from '../layout/cluster.tsx'
import { Grid } from '../layout/grid.tsx'
import { Prose } from '../layout/prose.tsx'
import { Section } from '../layout/section.tsx'
import { Link } from '../link/link.tsx'
import { BackLink } from '../navigation/back-link.tsx'
import { Code } from '../text/code.tsx'
import { Heading } from '../text/heading.tsx'
import { Hint } from '../text/hint.tsx'

/** Headings, running text, links, buttons, icons. */
export function TextSamples() {
  return (
    <>
      <Section title="Tekst">
        <Heading level={3}>Een kop van de derde rang</Heading>
        <Prose>
          <p>
            Een bezoek is een gesprek, geen vragenlijst. Wie liever niet praat, zegt dat, en dan is het goed. Lees{' '}
            <a href="/gallery">hoe een bezoek verloopt</a>.
          </p>
          <ul>
            <li>U kiest zelf wat u vertelt.</li>
            <li>U leest wat wij opschrijven.</li>
          </ul>
        </Prose>
        <Hint>Een stille zin die helpt: sinds wanneer, waarom, hoe.</Hint>
        <Code label="Uw kaartcode" value="K7MP-2QXF" />
        <Cluster>
          <Link href="/gallery">Gewone link</Link>
          <Link href="/gallery" look="quiet">
            Stille link
          </Link>
          <Link href="/gallery" look="strong" icon="download">
            Link met icoon
          </Link>
          <BackLink href="/gallery" text="Terug naar de kaarten" />
        </Cluster>
      </Section>
      <Section title="Knoppen">
        <ButtonRow>
          <Button>Kaart versturen</Button>
          <Button look="secondary" icon="pencil" type="button">
            Aanpassen
          </Button>
          <Button look="quiet" type="button">
            Later
          </Button>
          <Button look="danger" icon="trash-2" type="button">
            Lijst vernietigen
          </Button>
          <LinkButton href="/gallery" icon="plus" shortcut="n">
            Nieuwe kaart
          </LinkButton>
        </ButtonRow>
      </Section>
      <Section title="Iconen" level={2}>
        <Grid cell="small" gap="tiny">
          {iconNames.map((name) => (
            <span key={name}>
              <Icon name={name} /> {name}
            </span>
          ))}
        </Grid>
      </Section>
    </>
  )
}

import { Stack } from '../layout/stack.tsx'
import { PublicLayout } from '../public-layout/public-layout.tsx'
import { Heading } from '../text/heading.tsx'
import { Lead } from '../text/lead.tsx'
import { FieldSamples } from './field-samples.tsx'
import { FigureSamples } from './figure-samples.tsx'
import { LayoutSamples } from './layout-samples.tsx'
import { ListSamples } from './list-samples.tsx'
import { languages, netegem } from './netegem.ts'
import { NoticeSamples } from './notice-samples.tsx'
import { PathSamples } from './path-samples.tsx'
import { TextSamples } from './text-samples.tsx'

/** Every component in all its states on one page. */
export function ComponentsView() {
  return (
    <PublicLayout
      municipality={netegem}
      languages={languages}
      navigationLabel="Galerij"
      navigation={[
        { href: '/gallery', text: 'Bouwstenen', current: true },
        { href: '/gallery?view=workplace', text: 'Werkplek' },
        { href: '/gallery?view=public', text: 'Publieke site' },
        { href: '/gallery?view=resident', text: 'Eén vraag' },
        { href: '/gallery?view=charts', text: 'Beelden van cijfers' },
        { href: '/gallery?view=print', text: 'Papier' },
      ]}
      footer={[{ href: '/gallery', text: 'Terug naar boven' }]}
      footerText="Alles op deze pagina is verzonnen."
    >
      <Stack>
        <Heading level={1}>Bouwstenen</Heading>
        <Lead>
          Elk onderdeel waar een pagina uit gemaakt is, in al zijn toestanden. Kijk ook ’s avonds, op een telefoon en op
          papier.
        </Lead>
      </Stack>
      <TextSamples />
      <NoticeSamples />
      <FieldSamples />
      <ListSamples />
      <PathSamples />
      <FigureSamples />
      <LayoutSamples />
    </PublicLayout>
  )
}

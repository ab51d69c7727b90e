import type { ComponentChildren } from 'preact'
import { PublicLayout } from '../../public-layout/public-layout.tsx'
import { Heading } from '../../text/heading.tsx'
import { languages, netegem } from '../netegem.ts'
import { arabic, type ChartWords, dutch } from './chart-words.ts'
import { LineSamples } from './line-samples.tsx'
import { MapSamples, SampleMap } from './map-samples.tsx'
import { RowSamples } from './row-samples.tsx'
import { SideSamples } from './side-samples.tsx'

/** Every picture of figures in all its states. */
export const ChartsView = () => <Charts words={dutch} />

/** The same from right to left. */
export const ArabicChartsView = () => <Charts words={arabic} />

/** What public pages may show: their styles know no other pictures. */
export const PublicChartsView = () => (
  <Frame words={arabic}>
    <SampleMap words={arabic} id="public" columns={6} rows={4} canZoom={false} />
    <RowSamples words={arabic} />
  </Frame>
)

const Charts = ({ words }: { readonly words: ChartWords }) => (
  <Frame words={words}>
    <MapSamples words={words} />
    <LineSamples words={words} />
    <RowSamples words={words} />
    <SideSamples words={words} />
  </Frame>
)

function Frame({ words, children }: { readonly words: ChartWords; readonly children: ComponentChildren }) {
  return (
    <PublicLayout
      municipality={netegem}
      languages={languages}
      navigationLabel={words.title}
      navigation={[]}
      footer={[]}
      footerText={words.source}
    >
      <Heading level={1}>{words.title}</Heading>
      {children}
    </PublicLayout>
  )
}

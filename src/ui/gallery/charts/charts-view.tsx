import { PublicLayout } from '../../public-layout/public-layout.tsx'
import { Heading } from '../../text/heading.tsx'
import { languages, netegem } from '../netegem.ts'
import { arabic, type ChartWords, dutch } from './chart-words.ts'
import { LineSamples } from './line-samples.tsx'
import { MapSamples } from './map-samples.tsx'
import { RowSamples } from './row-samples.tsx'

/** Every picture of figures in all its states. */
export const ChartsView = () => <Charts words={dutch} />

/** The same from right to left. */
export const ArabicChartsView = () => <Charts words={arabic} />

function Charts({ words }: { readonly words: ChartWords }) {
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
      <MapSamples words={words} />
      <LineSamples words={words} />
      <RowSamples words={words} />
    </PublicLayout>
  )
}

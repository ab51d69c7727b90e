import {
  Document,
  Heading,
  type MapSheet,
  PublicLayout,
  renderDocument,
  ShadedMap,
  shadeClasses,
} from '../../src/ui/index.ts'
import type { FiguredArea } from './areas.ts'

const percent = new Intl.NumberFormat('nl-BE', { style: 'percent', maximumFractionDigits: 1 })
const written = (value: number) => percent.format(value / 100)

/** A whole page: frame, map with legend, names and figures on pointing, and the table of all areas. */
export function ourPage(areas: readonly FiguredArea[], sheet: MapSheet): string {
  return renderDocument(
    <Document
      lang="nl"
      title="65 jaar en ouder"
      stylesheets={['/a.css']}
      scripts={['/a.js']}
      skipLinkText="Naar de inhoud"
    >
      <PublicLayout
        municipality={{ name: 'Leuven', href: '/' }}
        languages={{ label: 'Taal', items: [] }}
        navigationLabel="Navigatie"
        navigation={[]}
        footer={[]}
      >
        <Heading level={1}>65 jaar en ouder</Heading>
        <ShadedMap
          id="map"
          title="65 jaar en ouder per sector"
          caption="Op 1 januari, in procent van alle inwoners."
          tableText="Toon als tabel"
          sheet={sheet}
          classes={shadeClasses(areas.map(({ value }) => value))}
          classText={({ from, to }) => `${written(from)} tot ${written(to)}`}
          areas={areas.map(({ key, name, value }) => ({
            key,
            name,
            value,
            text: typeof value === 'number' ? written(value) : 'verborgen',
          }))}
          words={words}
          zoom={{
            in: 'Vergroot',
            out: 'Verklein',
            whole: 'Hele kaart',
            help: 'Met de pijltjes gaat u van buurt naar buurt.',
          }}
        />
      </PublicLayout>
    </Document>,
  )
}

const words = {
  area: 'Sector',
  figure: '65 jaar en ouder',
  hidden: 'verborgen',
  unknown: 'niet bekend',
  notApplicable: 'niet van toepassing',
  empty: 'niet ingevuld',
  approximate: 'geschat',
  chosen: 'gekozen',
  areas: (count: number) => `${count} sectoren`,
}

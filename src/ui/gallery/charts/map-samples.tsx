import { mapSheet } from '../../chart/map/map-sheet.ts'
import { shadeClasses } from '../../chart/map/shade-classes.ts'
import { ShadedMap } from '../../chart/map/shaded-map.tsx'
import { Section } from '../../layout/section.tsx'
import type { ChartWords } from './chart-words.ts'
import { madeUpAreas, madeUpFigure } from './made-up-areas.ts'

/** Maps: few areas with every kind of missing, and many with the zoom. */
export function MapSamples({ words }: { readonly words: ChartWords }) {
  return (
    <Section title={words.maps}>
      <SampleMap words={words} id="few" columns={6} rows={4} />
      <SampleMap words={words} id="many" columns={26} rows={18} />
    </Section>
  )
}

type SampleMapProps = {
  readonly words: ChartWords
  readonly id: string
  readonly columns: number
  readonly rows: number
  readonly canZoom?: boolean
}

/** A map of made-up areas with every kind of missing. */
export function SampleMap({ words, id, columns, rows, canZoom = true }: SampleMapProps) {
  const shapes = madeUpAreas(columns, rows)
  const areas = shapes.map(({ key }, place) => {
    const value = madeUpFigure(place)
    const isApproximate = place % 7 === 3
    return {
      key,
      name: words.areaName(place),
      value,
      text: typeof value === 'number' ? `${isApproximate ? '≈ ' : ''}${words.percent(value)}` : words.map[value],
      isApproximate,
      isChosen: place === 8,
      ...(id === 'few' ? { href: `/gallery?area=${key}` } : {}),
    }
  })
  const classes = shadeClasses(areas.map(({ value }) => value))
  return (
    <ShadedMap
      id={id}
      title={words.mapTitle}
      caption={words.period}
      source={words.source}
      tableText={words.table}
      sheet={mapSheet(shapes)}
      areas={areas}
      classes={classes}
      classText={({ from, to, isFirst }) => words.range(from, to, isFirst)}
      words={words.map}
      zoom={canZoom ? words.zoom : undefined}
    />
  )
}

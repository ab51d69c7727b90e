import { Island } from '../../island/island.tsx'
import { FigureTable, RowName } from '../figure-table.tsx'
import { MissingPatterns, missingFill } from '../missing-patterns.tsx'
import { Picture, type PictureProps } from '../picture.tsx'
import { kindsOfMissing } from '../plotted.ts'
import { AreaNames } from './area-names.tsx'
import type { MapSheet } from './map-sheet.ts'
import type { MapWords, ZoomWords } from './map-words.ts'
import { MapZoom } from './map-zoom.island.tsx'
import { type ShadeClass, shadeOf } from './shade-classes.ts'
import { ShadeLegend, shadeStep } from './shade-legend.tsx'
import type { ShadedArea } from './shaded-area.ts'

export type ShadedMapProps = PictureProps & {
  /** Unlike any other on the page. */
  readonly id: string
  readonly sheet: MapSheet
  /** In the order of the table. */
  readonly areas: readonly ShadedArea[]
  readonly classes: readonly ShadeClass[]
  /** Figures of a class in words: "10 tot 15 %". */
  readonly classText: (shade: ShadeClass) => string
  readonly words: MapWords
  /** With these the map can be zoomed and read by pointing, where there is script. */
  readonly zoom?: ZoomWords | undefined
}

/** More areas than these are opened from the table: nobody wants to go through seven hundred links with the keyboard. */
const mostLinks = 60

/** Areas shaded by a figure, with limits and counts of the classes in the legend and every figure in the table. */
export function ShadedMap(props: ShadedMapProps) {
  const { id, title, sheet, areas, classes, words, zoom } = props
  const drawn = areas.filter(({ key }) => sheet.areas[key])
  const missing = kindsOfMissing.filter((kind) => drawn.some(({ value }) => value === kind))
  const isNamed = drawn.length > 1 && drawn.length <= mostNames
  // Numbers point at rows of the table: another table does not have them.
  const isNumbered = isNamed && props.table === undefined
  return (
    <Picture {...props} figures={<AreaTable title={title} areas={areas} words={words} isNumbered={isNumbered} />}>
      {drawn.length > 0 ? (
        <svg
          class="map shade-map"
          id={id}
          viewBox={`0 0 ${sheet.width} ${sheet.height}`}
          role={roleOf(drawn)}
          aria-label={title}
        >
          <MissingPatterns id={id} size={24} kinds={missing} />
          {classes.map((shade, place) => (
            <g key={shade.from} class={`shade-${shadeStep(place, classes.length)}`}>
              {drawn
                .filter(({ value }) => shadeOf(classes, value) === place)
                .map((area) => areaPath(area, props, drawn.length))}
            </g>
          ))}
          {missing.map((kind) => (
            <g key={kind} fill={missingFill(id, kind)}>
              {drawn.filter(({ value }) => value === kind).map((area) => areaPath(area, props, drawn.length))}
            </g>
          ))}
          <Lines sheet={sheet} areas={drawn} />
          <AreaNames sheet={sheet} areas={areas} isNamed={isNamed} isNumbered={isNumbered} />
        </svg>
      ) : null}
      {zoom && drawn.length > 0 ? <Island of={MapZoom} name="MapZoom" props={{ map: id, words: zoom }} /> : null}
      <ShadeLegend id={id} classes={classes} classText={props.classText} areas={drawn} words={words} />
    </Picture>
  )
}

/** Up to so many areas have a name on the map. */
const mostNames = 40

const hasLinks = (drawn: readonly ShadedArea[]) => drawn.length <= mostLinks && drawn.some(({ href }) => href)
const roleOf = (drawn: readonly ShadedArea[]) => (hasLinks(drawn) ? 'group' : 'img')

function areaPath({ key, name, text, href }: ShadedArea, { sheet }: ShadedMapProps, count: number) {
  const words = `${name}: ${text}`
  const path = (
    <path key={key} d={sheet.areas[key]?.path}>
      <title>{words}</title>
    </path>
  )
  if (!href || count > mostLinks) return path
  return (
    <a key={key} class="map-link" href={href} aria-label={words}>
      {path}
    </a>
  )
}

/** What lies over the shades: borders, areas whose figure is estimated, the chosen ones. */
function Lines({ sheet, areas }: { readonly sheet: MapSheet; readonly areas: readonly ShadedArea[] }) {
  const approximate = areas.filter(({ isApproximate }) => isApproximate)
  // Each path begins in steps from where the pen is: that is the corner of the sheet.
  const pathOf = (some: readonly ShadedArea[]) => some.map(({ key }) => `M0 0${sheet.areas[key]?.path ?? ''}`).join('')
  const chosen = areas.filter(({ isChosen }) => isChosen)
  return (
    <>
      {approximate.length > 0 && approximate.length < areas.length ? (
        <path class="shade-approximate" d={pathOf(approximate)} />
      ) : null}
      <path class="shade-border" d={sheet.borders} />
      {chosen.length > 0 ? <path class="shade-chosen-edge" d={pathOf(chosen)} /> : null}
      {chosen.length > 0 ? <path class="shade-chosen" d={pathOf(chosen)} /> : null}
    </>
  )
}

type AreaTableProps = {
  readonly title: string
  readonly areas: readonly ShadedArea[]
  readonly words: MapWords
  readonly isNumbered: boolean
}

function AreaTable({ title, areas, words, isNumbered }: AreaTableProps) {
  return (
    <FigureTable
      caption={title}
      headings={[words.area, words.figure]}
      rows={areas.map(({ key, name, href, text }, place) => ({
        key,
        name: (
          <>
            {isNumbered ? `${place + 1}. ` : null}
            <RowName name={name} href={href} />
          </>
        ),
        cells: [text],
      }))}
    />
  )
}

import type { Texts } from '../../../../platform/messages/index.ts'
import { AreaNames, MapArea, MapFigure, mapSheet, Status, Table } from '../../../../ui/index.ts'
import type { ShownArea } from '../kept-area-store.ts'
import { countText } from './count-text.ts'

/** `doors` where areas are kept and it is known how many addresses lie in them. */
export type DrawnArea = Omit<ShownArea, 'doors'> & { readonly doors?: number }

type Props = { readonly t: Texts; readonly title: string; readonly areas: readonly DrawnArea[] }

/** Published areas as a picture, north up, and the same areas in a table; those without a border stand in the table only. */
export function AreasMap({ t, title, areas }: Props) {
  const drawn = areas.flatMap(({ code, shape, nisCode }) => (shape ? [{ key: code, shape, within: nisCode }] : []))
  const table = <AreasTable t={t} title={title} areas={areas} />
  if (drawn.length === 0) return table
  const sheet = mapSheet(drawn)
  return (
    <MapFigure
      title={title}
      caption={areas.some(({ isApproximate }) => isApproximate) ? t('places.areas.map.approximate') : undefined}
      viewBox={`0 0 ${sheet.width} ${sheet.height}`}
      table={table}
      tableText={t('places.areas.map.table')}
    >
      {areas.map(({ code, name }) => {
        const drawing = sheet.areas[code]
        return drawing ? <MapArea key={code} path={drawing.path} title={`${name} (${code})`} /> : null
      })}
      {areas.length <= mostNamed ? (
        <AreaNames sheet={sheet} areas={areas.map(toName)} isNamed isNumbered={false} />
      ) : null}
    </MapFigure>
  )
}

/** The names of more areas would cover their map. */
const mostNamed = 40

const toName = ({ code, name }: DrawnArea) => ({ key: code, name, value: 'empty' as const, text: '' })

function AreasTable({ t, title, areas }: Props) {
  return (
    <Table
      compact
      caption={title}
      captionHidden
      rows={areas}
      rowKey={({ code }) => code}
      columns={[
        { key: 'name', heading: t('places.areas.name'), rowHeader: true, cell: ({ name }) => name },
        { key: 'code', heading: t('places.areas.code'), cell: ({ code }) => code },
        {
          key: 'municipality',
          heading: t('places.areas.municipality'),
          cell: ({ municipalityName, nisCode }) => municipalityName ?? nisCode,
        },
        ...(areas.some(({ doors }) => doors !== undefined) ? [doorsColumn(t)] : []),
        { key: 'border', heading: t('places.areas.borders'), cell: (area) => <Border t={t} area={area} /> },
      ]}
    />
  )
}

const doorsColumn = (t: Texts) => ({
  key: 'doors',
  heading: t('places.areas.doors'),
  numeric: true,
  cell: ({ doors = 0 }: DrawnArea) => countText(t, doors),
})

function Border({ t, area: { shape, isApproximate } }: { readonly t: Texts; readonly area: DrawnArea }) {
  if (shape === null) return <Status word={t('places.areas.borders.none')} />
  return <>{t(isApproximate ? 'places.areas.borders.approximate' : 'places.areas.borders.exact')}</>
}

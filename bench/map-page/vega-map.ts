import { parse, View } from 'vega'
import { compile } from 'vega-lite'
import type { FiguredArea } from './areas.ts'

/** The same areas and classes as SVG by Vega-Lite, without names and without a table. */
export async function vegaMap(areas: readonly FiguredArea[]): Promise<string> {
  const { spec } = compile({
    width: 800,
    height: 600,
    data: {
      values: areas.map(({ key, value, shape }) => ({
        type: 'Feature',
        id: key,
        properties: { value: typeof value === 'number' ? value : null },
        geometry: { type: 'MultiPolygon', coordinates: shape },
      })),
    },
    projection: { type: 'identity', reflectY: true },
    mark: { type: 'geoshape', stroke: 'white', strokeWidth: 0.5 },
    encoding: {
      color: {
        field: 'properties.value',
        type: 'quantitative',
        scale: { type: 'quantile', range: ['#e3efec', '#b9d9d6', '#86bdbd', '#24767d', '#0c4f58'] },
      },
    },
  })
  return new View(parse(spec), { renderer: 'none' }).toSVG()
}

import { fileURLToPath } from 'node:url'
import type { Value } from '@meernet/statistics'
import { readAreas, type Shape } from '../../src/registers/published-areas/index.ts'

export type FiguredArea = {
  readonly key: string
  readonly name: string
  readonly within: string
  readonly shape: Shape
  readonly value: Value
}

const published = fileURLToPath(new URL('../../../shared/data/geo/sectors/', import.meta.url))

/** The sectors of a published file, each with a made-up share; one in twenty is hidden. */
export async function figuredAreas(file: string): Promise<readonly FiguredArea[]> {
  const areas: FiguredArea[] = []
  const opened = await readAreas(`${published}${file}`)
  for (const layer of opened.layers)
    for await (const { code, name, municipality = '', shape } of layer.areas())
      areas.push({
        key: code,
        name,
        within: municipality,
        shape,
        value: areas.length % 20 === 7 ? 'hidden' : ((areas.length * 37) % 401) / 10,
      })
  opened.close()
  return areas
}

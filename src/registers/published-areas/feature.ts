import type { Spot } from '../../platform/published-files/refusal.ts'
import type { Shape } from './geometry.ts'
import type { ReferenceSystem } from './reference-system.ts'

/** An area as its file holds it: the shape in the coordinates of the file, empty when the file gives none. */
export type Feature = {
  readonly spot: Spot
  readonly fields: Readonly<Record<string, unknown>>
  readonly shape: Shape
}

/** One table or layer of a file of areas. */
export type Layer = {
  readonly name: string
  /** As the file states it; undefined when it states none. */
  readonly stated: ReferenceSystem | undefined
  /** Reads the features from the first, holding one. */
  features(): AsyncGenerator<Feature>
}

export type AreaForm = 'GeoJSON' | 'TopoJSON' | 'shapefile' | 'GeoPackage' | 'GML'

/** A file of areas, opened. */
export type FeatureFile = {
  readonly form: AreaForm
  readonly layers: readonly Layer[]
  close(): void
}

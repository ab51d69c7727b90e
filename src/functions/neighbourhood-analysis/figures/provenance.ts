import type { Mapping } from '../../../registers/published-figures/index.ts'

/** Where figures come from: what stands under every table that shows them. */
export type Provenance = {
  readonly source: string
  readonly licence: string
  /** The day on which the file was fetched. */
  readonly retrievedOn: string
  readonly fileName: string
  /** Of the file as it came, in hexadecimal digits. */
  readonly sha256: string
  readonly layout: string
}

/** What whoever imports says about a file; what is absent comes from the mapping. */
export type StatedProvenance = {
  readonly source?: string | undefined
  readonly licence?: string | undefined
  readonly retrievedOn?: string | undefined
}

/** The provenance of a file; nothing when nobody says who published it. */
export function provenanceOf(
  file: { readonly file: string; readonly sha256: string },
  mapping: Mapping,
  stated: StatedProvenance,
  today: string,
): Provenance | undefined {
  const source = stated.source ?? mapping.source
  const licence = stated.licence ?? mapping.licence
  if (source === undefined || licence === undefined) return undefined
  return {
    source,
    licence,
    retrievedOn: stated.retrievedOn ?? today,
    fileName: file.file,
    sha256: file.sha256,
    layout: mapping.layout,
  }
}

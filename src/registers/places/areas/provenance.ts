import type { AreaPublisher } from '../../published-areas/index.ts'

/** Who published a file of areas, and on which terms. */
export type PublishedBy = { readonly source: string; readonly licence: string }

/** What whoever imports says of a file; what is absent comes from the names of its columns. */
export type StatedProvenance = {
  readonly source?: string | undefined
  readonly licence?: string | undefined
  readonly retrievedOn?: string | undefined
}

const publishers: Readonly<Record<AreaPublisher, PublishedBy>> = {
  statbel: { source: 'Statbel (Algemene Directie Statistiek - Statistics Belgium)', licence: 'CC BY 4.0' },
  provinces: {
    source: 'Wijken voor omgevingsanalyse. © gemeentebesturen, verzameld door Data & Analyse van de Vlaamse provincies',
    licence: 'Vlaamse modellicentie gratis hergebruik v1.0',
  },
  brussels: {
    source: 'Wijkmonitoring Brussel / Monitoring des Quartiers (BISA/IBSA)',
    licence: 'not stated by the publisher',
  },
}

/** Who published a file; nothing when neither its columns nor whoever imports say so. */
export function publishedBy(
  publisher: AreaPublisher | undefined,
  { source, licence }: StatedProvenance,
): PublishedBy | undefined {
  const known = publisher && publishers[publisher]
  const [by, terms] = [source ?? known?.source, licence ?? known?.licence]
  return by === undefined || terms === undefined ? undefined : { source: by, licence: terms }
}

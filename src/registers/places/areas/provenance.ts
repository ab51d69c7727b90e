import type { AreaPublisher } from '../../published-areas/index.ts'
import type { KeptLevel } from './kept-area.ts'

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
    source: 'Provincies in Cijfers (Data & Analyse van de Vlaamse provincies)',
    licence: 'not stated by the publisher',
  },
  brussels: {
    source: 'Wijkmonitoring Brussel / Monitoring des Quartiers (BISA/IBSA)',
    licence: 'not stated by the publisher',
  },
}

/** What the provinces ask to be named with their divisions into neighbourhoods, and with those only. */
const divisionOfProvinces: PublishedBy = {
  source: 'Wijken voor omgevingsanalyse. © gemeentebesturen, verzameld door Data & Analyse van de Vlaamse provincies',
  licence: 'Vlaamse modellicentie gratis hergebruik v1.0',
}

/** Who published a file with areas of these levels; nothing when neither its columns nor whoever imports say so. */
export function publishedBy(
  publisher: AreaPublisher | undefined,
  levels: readonly { readonly level: KeptLevel }[],
  { source, licence }: StatedProvenance,
): PublishedBy | undefined {
  const isDivision = publisher === 'provinces' && levels.some(({ level }) => level === 'neighbourhood')
  const known = isDivision ? divisionOfProvinces : publisher && publishers[publisher]
  const [by, terms] = [source ?? known?.source, licence ?? known?.licence]
  return by === undefined || terms === undefined ? undefined : { source: by, licence: terms }
}

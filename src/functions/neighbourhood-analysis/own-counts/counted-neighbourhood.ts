import type { Neighbourhood } from '../../../registers/places/index.ts'
import type { CountedArea } from './own-dataset.ts'
import { ownEdition } from './own-edition.ts'

/** A published neighbourhood under its code; one of ours, which nobody published, under its identifier. */
export const countedNeighbourhood = ({
  id,
  edition,
  code,
  name,
}: Pick<Neighbourhood, 'id' | 'edition' | 'code' | 'name'>): CountedArea => ({
  level: 'neighbourhood',
  edition: code === null ? ownEdition : edition,
  code: code ?? id,
  name,
})

import type { SentAreas } from './sent-areas-store.ts'

/** One's own areas, and those of the neighbouring municipalities that were ticked. */
export const chosenAreas = ({ areas, nisCodes }: SentAreas, neighbours: readonly string[]): SentAreas['areas'] =>
  areas.filter(({ nisCode }) => nisCodes.includes(nisCode) || neighbours.includes(nisCode))

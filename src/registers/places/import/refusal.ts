import { type FileRefusalCode, refuser, type Spot } from '../../../platform/published-files/refusal.ts'

/** Why a file of places was refused; stable, so that scripts can tell one from another. */
type RefusalCode =
  | FileRefusalCode
  | 'projection'
  | 'outside-belgium'
  | 'no-neighbourhoods'
  | 'no-addresses'
  | 'older-edition'

/** Refuses a file of places: whoever catches it has written nothing. */
export const refuse: (code: RefusalCode, spot: Spot, sentence: string) => never = refuser<RefusalCode>()

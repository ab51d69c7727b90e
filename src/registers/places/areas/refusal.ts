import { type FileRefusalCode, refuser, type Spot } from '../../../platform/published-files/refusal.ts'

/** Refuses a file of areas or of a table between areas that cannot be kept: whoever catches it has written nothing. */
export const refuse: (code: AreaRefusalCode, spot: Spot, sentence: string) => never = refuser<AreaRefusalCode>()

type AreaRefusalCode = FileRefusalCode | 'too-many-rows'

import { type FileRefusalCode, refuser, type Spot } from '../../platform/published-files/refusal.ts'

/** Refuses a file of areas, for its form or for where its coordinates lie; the code is stable. */
export const refuse: (code: FileRefusalCode | 'projection' | 'outside-belgium', spot: Spot, sentence: string) => never =
  refuser<FileRefusalCode | 'projection' | 'outside-belgium'>()

/** What an examination found in one area; the words are for the administrator and name no person. */
export type Finding = {
  readonly area: Area
  readonly state: 'well' | 'attention' | 'wrong'
  readonly words: string
  /** What to do about it; there whenever it is not well. */
  readonly cure?: string
}
export type Area = 'configuration' | 'disk' | 'database' | 'mail' | 'clock' | 'keys' | 'work'

/** Findings by how it stands; what is not well always comes with its cure. */
export const well = (area: Area, words: string): Finding => ({ area, state: 'well', words })
export const attention = (area: Area, words: string, cure: string): Finding => ({
  area,
  state: 'attention',
  words,
  cure,
})
export const wrong = (area: Area, words: string, cure: string): Finding => ({ area, state: 'wrong', words, cure })

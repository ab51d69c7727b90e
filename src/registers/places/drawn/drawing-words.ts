/** Ready sentences of the drawing island; `#` stands for the number of a corner, `##` for how many there are. */
export type DrawingWords = {
  readonly map: string
  readonly corner: string
  readonly keys: string
  readonly add: string
  readonly undo: string
  readonly clear: string
  readonly closer: string
  readonly farther: string
  readonly whole: string
  readonly numbers: string
  readonly numbersHint: string
}

/** What a border comes to: a sentence, and its corners in metres when it could be read. */
export type Outcome = { readonly words: string; readonly corners: readonly (readonly [number, number])[] | null }

/** Where somebody can ask: from the municipality's own service map, or entered by its staff. */
export type Contact = {
  readonly name: string
  readonly phone: string
  readonly address: string
  /** When it is open, in words of the municipality; absent where nobody entered it. */
  readonly hours?: string | undefined
  /** Its page; absent where no page can be opened. */
  readonly href?: string | undefined
}

/** Where somebody can ask: from the municipality's own service map. */
export type Contact = {
  readonly name: string
  readonly phone: string
  readonly address: string
  /** Its page; absent where no page can be opened. */
  readonly href?: string | undefined
}

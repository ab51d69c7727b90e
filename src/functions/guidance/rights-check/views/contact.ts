/** Where somebody can ask: from the municipality's own service map. */
export type Contact = {
  readonly name: string
  readonly phone: string
  readonly address: string
  readonly href: string
}

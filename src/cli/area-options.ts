/** `import areas` as typed. */
export type AreaOptions = {
  readonly municipality?: string
  readonly also: readonly string[]
  readonly in?: string
  readonly edition?: string
  readonly source?: string
  readonly licence?: string
  readonly retrieved?: string
  readonly approximate?: boolean
  readonly dryRun?: boolean
}

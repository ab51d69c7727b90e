import type { SaidColumns } from '../../registers/published-areas/index.ts'

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
  readonly code?: string
  readonly level?: SaidColumns['level']
  readonly name?: string
  readonly of?: string
  readonly dryRun?: boolean
}

/** Which columns hold what, when the command line says so; undefined when it does not. */
export const saidColumns = ({ code, level, name, of }: AreaOptions): SaidColumns | undefined =>
  code === undefined ? undefined : { code, level: level ?? 'neighbourhood', name, municipality: of }

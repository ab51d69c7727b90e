import type { Texts } from '../../../../platform/messages/index.ts'

/** What the fields of one page need: what was typed and what is wrong, by field. */
export type FieldsProps = {
  readonly t: Texts
  readonly isOwn: boolean
  readonly typed: (field: string) => string | undefined
  readonly typedList: (field: string) => readonly string[]
  readonly errorOf: (field: string) => string | undefined
}

import type { Texts } from '../../../platform/messages/index.ts'
import { TextArea } from '../../../ui/index.ts'

type Props = {
  readonly t: Texts
  readonly name: string
  readonly label: string
  readonly value?: string | undefined
  readonly error?: string | undefined
  readonly maxLength: number
  readonly rows?: number
  readonly hint?: string
  readonly id?: string
  readonly isOptional?: boolean
}

/** A short text about a person, with the hint of P12 and a gentle warning for numbers that do not belong in it. */
export function ShortText({ t, hint, isOptional, rows = 3, ...field }: Props) {
  return (
    <TextArea
      {...field}
      rows={rows}
      hint={hint ?? t('guidance.hint.shortText')}
      countText={t('guidance.hint.left')}
      numberPatternWarning={t('guidance.hint.numberPattern')}
      optionalText={isOptional ? t('guidance.optional') : undefined}
      required={!isOptional}
    />
  )
}

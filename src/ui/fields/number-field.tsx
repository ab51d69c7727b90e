import { Input, type InputProps } from './input.tsx'

export type NumberFieldProps = InputProps & {
  /** Allows a comma: an amount, a distance. */
  readonly decimal?: boolean | undefined
}

/** A number as people type it. A text box on purpose: a spinner changes the value when the wheel turns. */
export function NumberField({ decimal, width = 'short', autocomplete = 'off', ...field }: NumberFieldProps) {
  return (
    <Input
      field={{ ...field, width, autocomplete }}
      native={{ type: 'text', inputmode: decimal ? 'decimal' : 'numeric', leftToRight: true }}
    />
  )
}

export type DayFieldProps = InputProps & {
  /** First and last day (`2026-03-01`) or time (`08:30`) that can be chosen. */
  readonly min?: string | undefined
  readonly max?: string | undefined
}

/** A day; its value is an ISO date. */
export function DateField({ min, max, width = 'medium', ...field }: DayFieldProps) {
  return <Input field={{ ...field, width }} native={{ type: 'date', min, max }} />
}

/** A time of day, 24 hours. */
export function TimeField({ min, max, width = 'short', ...field }: DayFieldProps) {
  return <Input field={{ ...field, width }} native={{ type: 'time', min, max }} />
}

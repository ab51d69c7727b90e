import type { ComponentChildren, TargetedEvent } from 'preact'
import { useEffect, useRef } from 'preact/hooks'
import { Form } from '../../ui/index.ts'

export type Values = Readonly<Record<string, string | string[]>>

type Props = {
  readonly label?: string
  readonly onChange?: (values: Values) => void
  readonly onSend: (values: Values) => void
  readonly children: ComponentChildren
}

/** A form of the kit that stays on the phone: what is typed comes as plain values, and nothing is posted. */
export function DraftForm({ label, onChange, onSend, children }: Props) {
  const place = useRef<HTMLDivElement>(null)
  const wasSent = useRef(false)
  // Once the answer is drawn: what is wrong takes the focus, and is read aloud.
  useEffect(() => {
    const summary = wasSent.current ? place.current?.querySelector<HTMLElement>('[role=alert]') : undefined
    if (!summary) return
    wasSent.current = false
    summary.focus()
  })
  const changed = (event: TargetedEvent<HTMLDivElement>) => {
    const form = event.currentTarget.querySelector('form')
    if (form) onChange?.(valuesOf(form))
  }
  const sent = (event: TargetedEvent<HTMLDivElement, Event>) => {
    event.preventDefault()
    const form = event.currentTarget.querySelector('form')
    wasSent.current = true
    if (form) onSend(valuesOf(form))
  }
  return (
    <div ref={place} onInput={changed} onSubmit={sent}>
      <Form action="#" {...(label ? { label } : {})}>
        {children}
      </Form>
    </div>
  )
}

/** The one value of a field, trimmed; empty when there is none. To read what was meant. */
export const one = (values: Values, name: string): string => typed(values, name).trim()
/**
 * The one value of a field as it was typed: what the field itself is drawn with. NOTE: a trimmed one would take the space
 * between two words away while they are typed.
 */
export const typed = (values: Values, name: string): string => [values[name] ?? ''].flat()[0] ?? ''
/** All values of a field. */
export const many = (values: Values, name: string): readonly string[] => [values[name] ?? []].flat()

function valuesOf(form: HTMLFormElement): Values {
  const data = new FormData(form)
  return Object.fromEntries(
    [...new Set(data.keys())].map((name) => {
      const all = data.getAll(name).filter((value): value is string => typeof value === 'string')
      return [name, all.length > 1 ? all : (all[0] ?? '')]
    }),
  )
}

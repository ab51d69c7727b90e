import type { ComponentChildren } from 'preact'
import { HiddenFields, type HiddenValues } from '../fields/hidden-field.tsx'

export type FormProps = {
  readonly action: string
  readonly method?: 'post' | 'get' | undefined
  readonly hidden?: HiddenValues | undefined
  readonly encType?: 'multipart/form-data' | undefined
  readonly id?: string | undefined
  /** Names the form for screen readers, when several stand on a page. */
  readonly label?: string | undefined
  /** `inline` puts its parts on one line: a button in a row, a small search. */
  readonly look?: 'stacked' | 'inline' | undefined
  readonly children: ComponentChildren
}

/** A form checked by the server, not the browser, so that errors look and read the same everywhere. */
export function Form({ action, method = 'post', hidden, encType, id, label, look = 'stacked', children }: FormProps) {
  return (
    <form
      class={`form form-${look}`}
      action={action}
      method={method}
      enctype={encType}
      id={id}
      aria-label={label}
      novalidate
    >
      <HiddenFields values={hidden} />
      {children}
    </form>
  )
}

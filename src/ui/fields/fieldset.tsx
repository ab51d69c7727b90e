import type { ComponentChildren } from 'preact'

export type FieldsetProps = {
  readonly legend: string
  readonly hint?: string | undefined
  readonly children: ComponentChildren
}

/** Fields that belong together, under one name. */
export function Fieldset({ legend, hint, children }: FieldsetProps) {
  return (
    <fieldset class="fieldset">
      <legend class="fieldset-legend">{legend}</legend>
      {hint ? <p class="hint">{hint}</p> : null}
      <div class="stack gap-medium">{children}</div>
    </fieldset>
  )
}

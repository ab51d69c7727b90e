import type { ComponentChildren } from 'preact'

export type Step = { readonly title: string; readonly text?: ComponentChildren }

/** What to do or what will happen, in order, numbered big. */
export function Steps({ steps }: { readonly steps: readonly Step[] }) {
  return (
    <ol class="steps">
      {steps.map(({ title, text }) => (
        <li class="step" key={title}>
          <p class="step-title">{title}</p>
          {text ? <div class="step-text">{text}</div> : null}
        </li>
      ))}
    </ol>
  )
}

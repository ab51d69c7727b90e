import type { ComponentChildren } from 'preact'
import { Button } from '../button/button.tsx'
import type { HiddenValues } from '../fields/hidden-field.tsx'
import { Link, type TextLink } from '../link/link.tsx'
import { Heading, type HeadingLevel } from '../text/heading.tsx'
import { Form } from './form.tsx'

export type ConfirmPanelProps = {
  /** The question: "Delete this list?" */
  readonly title: string
  /** What will happen, one sentence each. */
  readonly consequences: readonly string[]
  readonly action: string
  readonly hidden?: HiddenValues | undefined
  readonly confirmText: string
  readonly cancel: TextLink
  /** For what cannot be undone. */
  readonly danger?: boolean | undefined
  /** 1 on a page of its own; lower where it stands under another heading. */
  readonly level?: HeadingLevel | undefined
  /** Fields asked along: a reason. */
  readonly children?: ComponentChildren
}

/** Asks once before an act that cannot be undone, naming what will happen. Stands on a page of its own. */
export function ConfirmPanel(props: ConfirmPanelProps) {
  const { title, consequences, action, hidden, confirmText, cancel, danger, level = 1, children } = props
  return (
    <div class="panel confirm stack gap-medium">
      <Heading level={level} look={2}>
        {title}
      </Heading>
      <ul class="bullets">
        {consequences.map((consequence) => (
          <li key={consequence}>{consequence}</li>
        ))}
      </ul>
      <Form action={action} hidden={hidden}>
        {children}
        <div class="button-row">
          <Button look={danger ? 'danger' : 'primary'}>{confirmText}</Button>
          <Link href={cancel.href}>{cancel.text}</Link>
        </div>
      </Form>
    </div>
  )
}

import type { Texts } from '../../../../platform/messages/index.ts'
import { Button, DateField, Form } from '../../../../ui/index.ts'

type Props = {
  readonly t: Texts
  readonly action: string
  readonly hidden?: Readonly<Record<string, string>> | undefined
  /** Names this day among others on the page. */
  readonly field: string
  readonly label: string
  readonly button: string
  /** What the button is about, for screen readers. */
  readonly about: string
  readonly error: { readonly field: string; readonly text: string } | undefined
}

/** One day to note, on one line; today unless somebody says otherwise, and never a day to come. */
export function DayForm({ t, action, hidden, field, label, button, about, error }: Props) {
  return (
    <Form action={action} look="inline" hidden={hidden} label={about}>
      <DateField
        name="on"
        id={`f-on-${field}`}
        label={label}
        value={t.today}
        max={t.today}
        error={error?.field === field ? error.text : undefined}
      />
      <Button look="secondary" about={about}>
        {button}
      </Button>
    </Form>
  )
}

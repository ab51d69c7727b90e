import type { Texts } from '../../../../platform/messages/index.ts'
import { Button, ButtonRow, Form } from '../../../../ui/index.ts'

type Props = { readonly t: Texts; readonly action: string; readonly version: number }

/** Takes a part of the report away. */
export function Removal({ t, action, version }: Props) {
  return (
    <Form action={action} hidden={{ version: String(version) }}>
      <ButtonRow>
        <Button look="danger">{t('analysis.reports.remove')}</Button>
      </ButtonRow>
    </Form>
  )
}

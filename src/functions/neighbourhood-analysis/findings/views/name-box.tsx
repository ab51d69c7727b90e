import type { FilledForm } from '../../../../platform/http/index.ts'
import type { Texts } from '../../../../platform/messages/index.ts'
import { Checkbox } from '../../../../ui/index.ts'

type Props = { readonly t: Texts; readonly form: FilledForm; readonly asksAboutName: boolean }

/** The answer to the question whether a text holds a name; stands there only when it was asked. */
export function NameBox({ t, form, asksAboutName }: Props) {
  if (!asksAboutName) return null
  const { value, ...field } = form.field('isNoName')
  return <Checkbox {...field} checked={value !== ''} label={t('analysis.finding.noName')} />
}

import type { FilledForm } from '../../../../platform/http/index.ts'
import type { Texts } from '../../../../platform/messages/index.ts'
import { Select } from '../../../../ui/index.ts'

/** Which sign is the decimal one: asked only of numbers that can be read in two ways. */
export function DecimalField({ t, form }: { readonly t: Texts; readonly form: FilledForm }) {
  return (
    <Select
      {...form.field('decimal')}
      label={t('analysis.mapping.decimal')}
      emptyText={t('analysis.mapping.decimal.byItself')}
      choices={[
        { value: ',', label: t('analysis.mapping.decimal.comma') },
        { value: '.', label: t('analysis.mapping.decimal.point') },
      ]}
    />
  )
}

import type { FilledForm } from '../../../../platform/http/index.ts'
import type { Texts } from '../../../../platform/messages/index.ts'
import { Disclosure, TextArea } from '../../../../ui/index.ts'

/** A mapping as somebody wrote it, for a table of one's own; folded away while there is none. */
export function MappingField({ t, form }: { readonly t: Texts; readonly form: FilledForm }) {
  const { value, ...field } = form.field('mapping')
  return (
    <Disclosure summary={t('analysis.import.mapping')} open={value !== ''}>
      <TextArea
        {...field}
        value={value}
        rows={10}
        label={t('analysis.import.mapping.label')}
        hint={t('analysis.import.mapping.hint')}
      />
    </Disclosure>
  )
}

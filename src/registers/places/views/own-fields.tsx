import type { FilledForm } from '../../../platform/http/index.ts'
import type { Texts } from '../../../platform/messages/index.ts'
import { TextArea, TextField } from '../../../ui/index.ts'

type Props = { readonly t: Texts; readonly form: FilledForm }

/** How a neighbourhood of one's own is called. */
export function OwnNameField({ t, form }: Props) {
  return (
    <TextField
      {...form.field('name')}
      label={t('places.form.name')}
      hint={t('places.form.name.hint')}
      maxLength={160}
      autocomplete="off"
      required
    />
  )
}

/** Why it changed, to be read beside what it was before. */
export function WhyField({ t, form }: Props) {
  return (
    <TextArea
      {...form.field('why')}
      label={t('places.form.why')}
      hint={t('places.form.why.hint')}
      rows={2}
      maxLength={500}
      numberPatternWarning={t('places.numberPattern')}
    />
  )
}

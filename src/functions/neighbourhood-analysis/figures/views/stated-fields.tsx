import type { FilledForm } from '../../../../platform/http/index.ts'
import type { Texts } from '../../../../platform/messages/index.ts'
import { Disclosure, Select, Stack, TextField } from '../../../../ui/index.ts'
import { editionsOffered } from '../forms.ts'
import { DecimalField } from './decimal-field.tsx'

const stated = ['period', 'edition', 'source', 'licence', 'missing', 'decimal'] as const

type Props = {
  readonly t: Texts
  readonly form: FilledForm
  /** A file was refused, perhaps for want of one of these. */
  readonly isOpen: boolean
}

/** What a file of figures may leave unsaid; folded away as long as nothing is. */
export function StatedFields({ t, form, isOpen }: Props) {
  const isTyped = stated.some((name) => form.field(name).error !== undefined || form.field(name).value !== '')
  return (
    <Disclosure summary={t('analysis.import.notSaid')} open={isOpen || isTyped}>
      <Stack>
        <TextField {...form.field('period')} label={t('analysis.period')} hint={t('analysis.import.period.hint')} />
        <Select
          {...form.field('edition')}
          label={t('analysis.edition')}
          hint={t('analysis.import.edition.hint')}
          emptyText={t('analysis.import.edition.byItself')}
          choices={editionsOffered.map((value) => ({ value, label: t(`analysis.import.edition.${value}`) }))}
        />
        <TextField {...form.field('source')} label={t('analysis.source')} hint={t('analysis.import.source.hint')} />
        <TextField {...form.field('licence')} label={t('analysis.licence')} hint={t('analysis.import.licence.hint')} />
        <TextField
          {...form.field('missing')}
          label={t('analysis.import.missing')}
          hint={t('analysis.import.missing.hint')}
        />
        <DecimalField t={t} form={form} />
      </Stack>
    </Disclosure>
  )
}

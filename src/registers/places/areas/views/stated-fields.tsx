import type { FilledForm } from '../../../../platform/http/index.ts'
import type { Texts } from '../../../../platform/messages/index.ts'
import { Checkbox, Disclosure, Select, Stack, TextField } from '../../../../ui/index.ts'

const editions = ['2018', '2024', '2025'] as const
const stated = ['edition', 'saidNisCode', 'source', 'licence', 'isApproximate'] as const

/** What a file of areas may leave unsaid; folded away as long as nothing is. */
export function StatedFields({ t, form }: { readonly t: Texts; readonly form: FilledForm }) {
  const isOpen = stated.some((name) => form.field(name).error !== undefined || form.field(name).value !== '')
  return (
    <Disclosure summary={t('places.areas.notSaid')} open={isOpen}>
      <Stack>
        <Select
          {...form.field('edition')}
          label={t('places.areas.edition')}
          hint={t('places.areas.edition.hint')}
          choices={[
            { value: '', label: t('places.areas.edition.said') },
            ...editions.map((value) => ({ value, label: t(`places.areas.edition.${value}`) })),
          ]}
        />
        <TextField
          {...form.field('saidNisCode')}
          label={t('places.areas.saidNisCode')}
          hint={t('places.areas.saidNisCode.hint')}
          width="short"
        />
        <TextField {...form.field('source')} label={t('places.areas.source')} hint={t('places.areas.source.hint')} />
        <TextField {...form.field('licence')} label={t('places.areas.licence')} hint={t('places.areas.licence.hint')} />
        <Checkbox
          name="isApproximate"
          label={t('places.areas.isApproximate')}
          checked={form.field('isApproximate').value !== ''}
        />
      </Stack>
    </Disclosure>
  )
}

import type { FilledForm } from '../../../../platform/http/index.ts'
import type { Texts } from '../../../../platform/messages/index.ts'
import { Checkbox, Disclosure, Section, Select, Stack, TextField } from '../../../../ui/index.ts'
import { saidLevels } from '../../../published-areas/index.ts'

const editions = ['2018', '2024', '2025'] as const
const columns = ['codeColumn', 'nameColumn', 'municipalityColumn'] as const
const stated = ['edition', 'saidNisCode', 'source', 'licence', 'isApproximate', ...columns] as const

type Props = {
  readonly t: Texts
  readonly form: FilledForm
  /** Its columns are not known. */
  readonly hasOwnColumns?: boolean
}

/** What a file of areas may leave unsaid; folded away as long as nothing is. */
export function StatedFields({ t, form, hasOwnColumns = false }: Props) {
  const isOpen =
    hasOwnColumns || stated.some((name) => form.field(name).error !== undefined || form.field(name).value !== '')
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
        <OwnColumns t={t} form={form} />
      </Stack>
    </Disclosure>
  )
}

function OwnColumns({ t, form }: Props) {
  const level = form.field('columnLevel')
  // Nothing chosen means neighbourhoods: cities have them most often.
  const others = saidLevels.filter((one) => one !== 'neighbourhood')
  return (
    <Section title={t('places.areas.ownColumns')} level={3}>
      <TextField
        {...form.field('codeColumn')}
        label={t('places.areas.codeColumn')}
        hint={t('places.areas.codeColumn.hint')}
      />
      <Select
        {...level}
        label={t('places.areas.columnLevel')}
        choices={[
          { value: '', label: t('places.areas.level.neighbourhood') },
          ...others.map((value) => ({ value, label: t(`places.areas.level.${value}`) })),
        ]}
      />
      <TextField {...form.field('nameColumn')} label={t('places.areas.nameColumn')} />
      <TextField {...form.field('municipalityColumn')} label={t('places.areas.municipalityColumn')} />
    </Section>
  )
}

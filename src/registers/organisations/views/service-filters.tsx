import { type FilledForm, filledForm } from '../../../platform/http/index.ts'
import { languageName, type Texts } from '../../../platform/messages/index.ts'
import { type ActiveFilter, Checkbox, Filters, SearchField, Select } from '../../../ui/index.ts'
import { choicesOn, groupContent, labelOf } from '../../frameworks/index.ts'
import { waysIn } from '../service.ts'
import { filterValues, hrefOf, type ServiceFilter } from '../service-filter.ts'

/** What may be chosen: neighbourhoods of the municipality, languages that are spoken somewhere. */
export type FilterChoices = {
  readonly neighbourhoods: readonly { readonly id: string; readonly name: string }[]
  readonly languages: readonly string[]
}

type Props = FilterChoices & {
  readonly t: Texts
  readonly filter: ServiceFilter
  /** Address of the list. */
  readonly path: string
  /** Staff may ask for what nobody looked at for a year. */
  readonly withStale?: boolean
}

/** The words and filters of a list of services, kept in the address. */
export function ServiceFilters({ t, filter, path, neighbourhoods, languages, withStale = false }: Props) {
  const form = filledForm(t, filterValues(filter))
  const all = t('resident.services.filter.all')
  return (
    <Filters
      action={path}
      title={t('resident.services.filter')}
      applyText={t('resident.services.filter.apply')}
      active={activeFilters({ t, filter, path, neighbourhoods, languages })}
      clear={{ href: path, text: t('resident.services.filter.clear') }}
      foldText={t('resident.services.filter.more')}
      first={
        <SearchField
          {...form.field('q')}
          label={t('resident.services.search')}
          hint={t('resident.services.search.hint')}
        />
      }
    >
      <Select
        {...form.field('group')}
        label={t('resident.services.forWhom')}
        emptyText={all}
        choices={choicesOn(groupContent, t.today, t.language)}
      />
      <Select
        {...form.field('neighbourhood')}
        label={t('resident.services.neighbourhood')}
        emptyText={all}
        choices={neighbourhoods.map(({ id, name }) => ({ value: id, label: name }))}
      />
      <Select
        {...form.field('language')}
        label={t('resident.services.language')}
        emptyText={all}
        choices={languages.map((code) => ({ value: code, label: languageName(t, code) }))}
      />
      <Select
        {...form.field('way')}
        label={t('resident.services.ways')}
        emptyText={all}
        choices={waysIn.map((way) => ({ value: way, label: t(`resident.services.way.${way}`) }))}
      />
      <Tick form={form} name="free" label={t('resident.services.filter.free')} />
      {withStale ? <Tick form={form} name="stale" label={t('organisations.filter.stale')} /> : null}
    </Filters>
  )
}

function Tick({ form, name, label }: { readonly form: FilledForm; readonly name: string; readonly label: string }) {
  const { value, ...field } = form.field(name)
  return <Checkbox {...field} checked={value !== ''} label={label} />
}

function activeFilters({ t, filter, path, neighbourhoods }: Props): readonly ActiveFilter[] {
  const place = neighbourhoods.find(({ id }) => id === filter.neighbourhoodId)
  const on: readonly (readonly [text: string | undefined, change: Partial<ServiceFilter>])[] = [
    [filter.words && `“${filter.words}”`, { words: undefined }],
    [filter.group && labelOf(groupContent, filter.group, t.language), { group: undefined }],
    [place?.name, { neighbourhoodId: undefined }],
    [filter.language && languageName(t, filter.language), { language: undefined }],
    [filter.wayIn && t(`resident.services.way.${filter.wayIn}`), { wayIn: undefined }],
    [filter.isFree ? t('resident.services.filter.free') : undefined, { isFree: undefined }],
    [filter.isStale ? t('organisations.filter.stale') : undefined, { isStale: false }],
  ]
  return on.flatMap(([text, change]) =>
    text ? [{ text, href: hrefOf(path, filter, change), removeText: t('resident.services.filter.remove') }] : [],
  )
}

import type { Texts } from '../../../../platform/messages/index.ts'
import type { Neighbourhood } from '../../../../registers/places/index.ts'
import { Filters, SearchField, Select, type SelectProps } from '../../../../ui/index.ts'
import { findingKinds, findingStates } from '../finding.ts'
import { type FindingFilter, findingSorts } from '../finding-store.ts'
import { groupChoices, placeChoices, themeChoices } from './choices.ts'

type Props = {
  readonly t: Texts
  readonly filter: FindingFilter
  readonly neighbourhoods: readonly Neighbourhood[]
  /** Whether the actor reads findings of few people, and so may ask for those that wait for it. */
  readonly mayRead: boolean
}

type Asked = Pick<SelectProps, 'name' | 'label' | 'value' | 'choices'>

/** Search and filters of findings in the URL: what most ask in sight, the rest folded until it is in use. */
export function FindingFilters({ t, filter, neighbourhoods, mayRead }: Props) {
  const all = t('analysis.finding.filter.all')
  const rare = rareOf(t, filter, mayRead)
  const sort = filter.sort ?? 'newest'
  return (
    <Filters
      action="/analysis/findings"
      title={t('analysis.finding.filter')}
      applyText={t('analysis.finding.filter.apply')}
      foldText={t('analysis.finding.filter')}
      first={<SearchField name="q" label={t('analysis.finding.filter.words')} value={filter.words} />}
      rare={{
        text: t('analysis.finding.filter.more'),
        isOn: sort !== 'newest' || rare.some(({ value }) => value !== undefined),
        fields: (
          <>
            {rare.map((one) => (
              <Select key={one.name} {...one} emptyText={all} />
            ))}
            <Select
              name="sort"
              label={t('analysis.finding.sort')}
              value={sort}
              choices={choicesOf(findingSorts, (one) => t(`analysis.finding.sort.${one}`))}
            />
          </>
        ),
      }}
    >
      {usualOf(t, filter, neighbourhoods).map((one) => (
        <Select key={one.name} {...one} emptyText={all} />
      ))}
    </Filters>
  )
}

const usualOf = (t: Texts, filter: FindingFilter, neighbourhoods: readonly Neighbourhood[]): readonly Asked[] => [
  {
    name: 'kind',
    label: t('analysis.finding.kind'),
    value: filter.kind,
    choices: choicesOf(findingKinds, (kind) => t(`analysis.finding.kind.${kind}`)),
  },
  {
    name: 'neighbourhood',
    label: t('analysis.finding.neighbourhood'),
    value: filter.neighbourhoodId,
    choices: placeChoices(neighbourhoods),
  },
  { name: 'theme', label: t('analysis.finding.theme'), value: filter.theme, choices: themeChoices(t) },
]

const rareOf = (t: Texts, filter: FindingFilter, mayRead: boolean): readonly Asked[] => [
  { name: 'group', label: t('analysis.heard.group'), value: filter.group, choices: groupChoices(t) },
  {
    name: 'state',
    label: t('analysis.finding.state'),
    value: filter.state,
    choices: choicesOf(findingStates, (state) => t(`analysis.finding.state.${state}`)),
  },
  {
    name: 'evidence',
    label: t('analysis.finding.sources'),
    value: filter.evidence,
    choices: choicesOf(['both', 'figuresOnly', 'voicesOnly', 'none'], (standing) =>
      t(`analysis.finding.evidence.${standing}`),
    ),
  },
  ...(mayRead
    ? [
        {
          name: 'reading',
          label: t('analysis.finding.reading'),
          value: filter.reading,
          choices: [{ value: 'waiting', label: t('analysis.finding.reading.waits') }],
        },
      ]
    : []),
]

const choicesOf = <Value extends string>(values: readonly Value[], label: (value: Value) => string) =>
  values.map((value) => ({ value, label: label(value) }))

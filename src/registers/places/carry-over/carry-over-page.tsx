import type { FilledForm } from '../../../platform/http/index.ts'
import type { Texts } from '../../../platform/messages/index.ts'
import {
  BackLink,
  Button,
  ButtonRow,
  CheckboxGroup,
  DescriptionList,
  Form,
  Heading,
  HiddenFields,
  Lead,
  LinkButton,
  Notice,
  Stack,
} from '../../../ui/index.ts'
import type { Neighbourhood } from '../place.ts'
import type { NamedPart } from '../versions/area-version.ts'
import { OwnNameField, WhyField } from '../views/own-fields.tsx'
import { type NewArea, type Proposal, shareOf } from './carry-over.ts'

type Props = {
  readonly t: Texts
  readonly form: FilledForm
  readonly neighbourhood: Neighbourhood
  readonly proposal: Proposal
}

/** What is the same in the newer edition is ticked; what was cut is to be chosen. Nothing changes before it is saved. */
export function CarryOverPage({ t, form, neighbourhood, proposal }: Props) {
  const { from, to, same, split, replaced, staying, leftOver } = proposal
  const { id, name } = neighbourhood
  return (
    <Stack>
      <BackLink href={`/places/${id}`} text={t('places.backToArea', { name })} />
      <Heading level={1}>{t('places.carry')}</Heading>
      <Lead>{t('places.carry.lead', { from, to })}</Lead>
      <DescriptionList items={factsOf(t, replaced, staying)} />
      {leftOver > 0 ? <Notice kind="attention">{t('places.carry.leftOver', { count: leftOver, to })}</Notice> : null}
      <Form action={`/places/${id}`} hidden={{ id, version: form.field('version').value }}>
        <OwnNameField t={t} form={form} />
        <AreaBoxes t={t} areas={same} areTicked label={t('places.carry.same')} hint={t('places.carry.same.hint')} />
        <AreaBoxes t={t} areas={split} label={t('places.carry.split')} hint={t('places.carry.split.hint')} />
        {staying.map((part) => (
          <HiddenFields key={part.id} values={{ [fieldOf(part.kind)]: part.id }} />
        ))}
        <WhyField t={t} form={form} />
        <ButtonRow>
          <Button>{t('places.carry.save')}</Button>
          <LinkButton href={`/places/${id}`}>{t('places.carry.later')}</LinkButton>
        </ButtonRow>
      </Form>
    </Stack>
  )
}

function factsOf(t: Texts, replaced: readonly NamedPart[], staying: readonly NamedPart[]) {
  const names = (parts: readonly NamedPart[]) => t.list(parts.map(({ name }) => name))
  return [
    { term: t('places.carry.replaced'), value: names(replaced) },
    ...(staying.length > 0 ? [{ term: t('places.carry.staying'), value: names(staying) }] : []),
  ]
}

type BoxesProps = {
  readonly t: Texts
  readonly areas: readonly NewArea[]
  readonly areTicked?: boolean
  readonly label: string
  readonly hint: string
}

/** One group for each level, for each has a field of its own. */
function AreaBoxes({ t, areas, areTicked = false, label, hint }: BoxesProps) {
  return [...Map.groupBy(areas, ({ level }) => level)].map(([level, of]) => (
    <CheckboxGroup
      key={level}
      name={fieldOf(level)}
      id={`${level}-${areTicked ? 'same' : 'split'}`}
      label={label}
      hint={hint}
      values={areTicked ? of.map(({ id }) => id) : []}
      choices={of.map((area) => ({ value: area.id, label: nameOf(area), hint: doorsOf(t, area) }))}
    />
  ))
}

const nameOf = ({ name, code, municipalityName }: NewArea) =>
  `${name}${municipalityName ? ` (${municipalityName})` : ''}, ${code ?? ''}`

const doorsOf = (t: Texts, area: NewArea) =>
  area.doors === 0
    ? t('places.carry.noDoors')
    : t('places.carry.doors', { inside: area.inside, doors: area.doors, percent: Math.round(shareOf(area) * 100) })

const fields = { neighbourhood: 'areaIds', sector: 'sectorIds', district: 'districtIds', street: 'streetIds' } as const

/** Under which name the form of a composition knows it; whole municipalities are no parts. */
const fieldOf = (kind: NamedPart['kind']): string => (kind === 'municipality' ? 'areaIds' : fields[kind])

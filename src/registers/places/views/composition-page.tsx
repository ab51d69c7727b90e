import type { FilledForm } from '../../../platform/http/index.ts'
import type { Texts } from '../../../platform/messages/index.ts'
import {
  BackLink,
  Button,
  ButtonRow,
  Disclosure,
  ErrorSummary,
  Form,
  Heading,
  Lead,
  Link,
  ManyCheckboxes,
  Stack,
} from '../../../ui/index.ts'
import type { ToComposeOf } from '../composition.ts'
import type { MappedNeighbourhood, Neighbourhood } from '../place.ts'
import { NeighbourhoodChoice } from './neighbourhood-choice.tsx'
import { OwnNameField, WhyField } from './own-fields.tsx'

type Props = {
  readonly t: Texts
  readonly form: FilledForm
  /** The neighbourhood being changed; absent for a new one. */
  readonly existing: Neighbourhood | undefined
  readonly choices: ToComposeOf
}

/** Composes a neighbourhood of published areas and of streets. */
export function CompositionPage({ t, form, existing, choices }: Props) {
  return (
    <Stack>
      <BackLink
        href={existing ? `/places/${existing.id}` : '/places'}
        text={existing ? t('places.backToArea', { name: existing.name }) : t('places.back')}
      />
      <Heading level={1}>{existing ? t('places.edit') : t('places.new')}</Heading>
      <Lead>{t('places.composed.none.text')}</Lead>
      {existing ? null : <Link href="/places/drawn/new">{t('places.drawn.instead')}</Link>}
      <Form
        action={existing ? `/places/${existing.id}` : '/places'}
        hidden={{ id: form.field('id').value, version: form.field('version').value }}
      >
        <ErrorSummary title={t('form.summary')} errors={form.errors} />
        <OwnNameField t={t} form={form} />
        <AreaChoices t={t} form={form} choices={choices} />
        <ManyCheckboxes
          {...form.list('streetIds')}
          label={t('places.form.streets')}
          hint={t('places.form.streets.hint')}
          filterLabel={t('places.form.streets.filter')}
          choices={choices.streets.map(({ id, name, postalCode }) => ({ value: id, label: `${name} (${postalCode})` }))}
        />
        {existing ? <WhyField t={t} form={form} /> : null}
        <ButtonRow>
          <Button>{t('places.form.save')}</Button>
        </ButtonRow>
      </Form>
    </Stack>
  )
}

type FieldProps = Pick<Props, 't' | 'form'>

/** Neighbourhoods in sight; sectors and districts, often hundreds, folded until one is chosen. */
function AreaChoices({ t, form, choices }: FieldProps & Pick<Props, 'choices'>) {
  const { areas, sectors, districts } = choices
  return (
    <>
      {areas.length > 0 ? (
        <NeighbourhoodChoice t={t} areas={areas} field={form.list('areaIds')} label={t('places.form.areas')} />
      ) : null}
      <FoldedChoice t={t} form={form} name="districtIds" areas={districts} label={t('places.form.districts')} />
      <FoldedChoice t={t} form={form} name="sectorIds" areas={sectors} label={t('places.form.sectors')} />
    </>
  )
}

type FoldedProps = FieldProps & {
  readonly name: string
  readonly areas: readonly MappedNeighbourhood[]
  readonly label: string
}

function FoldedChoice({ t, form, name, areas, label }: FoldedProps) {
  if (areas.length === 0) return null
  const field = form.list(name)
  return (
    <Disclosure summary={`${label} (${areas.length})`} open={field.values.length > 0}>
      <NeighbourhoodChoice t={t} areas={areas} field={field} label={label} />
    </Disclosure>
  )
}

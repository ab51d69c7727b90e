import type { FilledForm } from '../../../platform/http/index.ts'
import type { Texts } from '../../../platform/messages/index.ts'
import {
  BackLink,
  Button,
  ButtonRow,
  CheckboxGroup,
  ErrorSummary,
  Form,
  Heading,
  Lead,
  Stack,
  TextField,
} from '../../../ui/index.ts'
import type { MappedNeighbourhood, Neighbourhood, Street } from '../place.ts'
import { NeighbourhoodChoice } from './neighbourhood-choice.tsx'

type Props = {
  readonly t: Texts
  readonly form: FilledForm
  /** The neighbourhood being changed; absent for a new one. */
  readonly existing: Neighbourhood | undefined
  readonly areas: readonly MappedNeighbourhood[]
  readonly streets: readonly Street[]
}

/** Composes a neighbourhood of published ones and of streets. */
export function CompositionPage({ t, form, existing, areas, streets }: Props) {
  const hidden = { id: form.field('id').value, version: form.field('version').value }
  return (
    <Stack>
      <BackLink
        href={existing ? `/places/${existing.id}` : '/places'}
        text={existing ? t('places.backToArea', { name: existing.name }) : t('places.back')}
      />
      <Heading level={1}>{existing ? t('places.edit') : t('places.new')}</Heading>
      <Lead>{t('places.composed.none.text')}</Lead>
      <Form action={existing ? `/places/${existing.id}` : '/places'} hidden={hidden}>
        <ErrorSummary title={t('form.summary')} errors={form.errors} />
        <TextField
          {...form.field('name')}
          label={t('places.form.name')}
          hint={t('places.form.name.hint')}
          maxLength={160}
          autocomplete="off"
          required
        />
        <NeighbourhoodChoice t={t} areas={areas} field={form.list('areaIds')} label={t('places.form.areas')} />
        <CheckboxGroup
          {...form.list('streetIds')}
          label={t('places.form.streets')}
          hint={t('places.form.streets.hint')}
          filterLabel={t('places.form.streets.filter')}
          choices={streets.map(({ id, name, postalCode }) => ({ value: id, label: `${name} (${postalCode})` }))}
        />
        <ButtonRow>
          <Button>{t('places.form.save')}</Button>
        </ButtonRow>
      </Form>
    </Stack>
  )
}

import type { FilledForm } from '../../../platform/http/index.ts'
import type { Texts } from '../../../platform/messages/index.ts'
import {
  BackLink,
  Button,
  ButtonRow,
  ErrorSummary,
  Form,
  Heading,
  Lead,
  Select,
  Stack,
  TextArea,
  TextField,
} from '../../../ui/index.ts'
import { areaTypes, type Neighbourhood } from '../place.ts'

type Props = { readonly t: Texts; readonly neighbourhood: Neighbourhood; readonly form: FilledForm }

/** What kind of neighbourhood it is, how the people who live there call it, and what they would say of it. */
export function DescriptionPage({ t, neighbourhood: { id, name }, form }: Props) {
  return (
    <Stack>
      <BackLink href={`/places/${id}`} text={t('places.backToArea', { name })} />
      <Heading level={1}>{t('places.describe')}</Heading>
      <Lead>{t('places.describe.lead')}</Lead>
      <Form action={`/places/${id}/description`} hidden={{ version: form.field('version').value }}>
        <ErrorSummary title={t('form.summary')} errors={form.errors} />
        <TextField
          {...form.field('knownAs')}
          label={t('places.knownAs')}
          hint={t('places.knownAs.hint')}
          maxLength={160}
          autocomplete="off"
        />
        <Select
          {...form.field('areaType')}
          label={t('places.areaType')}
          emptyText={t('places.areaType.unknown')}
          choices={areaTypes.map((type) => ({ value: type, label: t(`places.areaType.${type}`) }))}
        />
        <TextArea
          {...form.field('description')}
          label={t('places.description')}
          hint={t('places.description.hint')}
          rows={5}
          maxLength={2000}
          numberPatternWarning={t('places.numberPattern')}
        />
        <ButtonRow>
          <Button>{t('places.form.save')}</Button>
        </ButtonRow>
      </Form>
    </Stack>
  )
}

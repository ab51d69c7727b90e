import type { FilledForm } from '../../../../platform/http/index.ts'
import type { Texts } from '../../../../platform/messages/index.ts'
import {
  BackLink,
  Button,
  ButtonRow,
  CheckboxGroup,
  DateField,
  ErrorSummary,
  FileField,
  Form,
  Heading,
  Lead,
  List,
  Stack,
} from '../../../../ui/index.ts'
import { countsByType } from '../import-places.ts'
import type { SentPlaces } from '../place-import-store.ts'
import { placeTypeName } from '../place-type.ts'
import { Attribution } from './assets-page.tsx'

/** Sends a file of points of OpenStreetMap. */
export function SendPointsPage({ t, form }: { readonly t: Texts; readonly form: FilledForm }) {
  const { value: _, ...file } = form.field('file')
  return (
    <Stack>
      <BackLink href="/analysis/places" text={t('analysis.asset.title')} />
      <Heading level={1}>{t('analysis.asset.import')}</Heading>
      <Lead>{t('analysis.asset.import.lead')}</Lead>
      <Form action="/analysis/places/imports" encType="multipart/form-data">
        <ErrorSummary title={t('form.summary')} errors={form.errors} />
        <FileField
          {...file}
          label={t('analysis.file')}
          hint={t('analysis.asset.import.hint')}
          accept=".geojson,.json,.gz"
          required
        />
        <DateField {...form.field('retrievedOn')} label={t('analysis.retrieved')} max={t.today} required />
        <ButtonRow>
          <Button>{t('analysis.import.look')}</Button>
        </ButtonRow>
      </Form>
      <Attribution t={t} />
    </Stack>
  )
}

type ChooseProps = { readonly t: Texts; readonly id: string; readonly sent: SentPlaces; readonly form: FilledForm }

/** What lies here, by type, to choose what to keep. */
export function ChoosePlacesPage({ t, id, sent, form }: ChooseProps) {
  const path = `/analysis/places/imports/${id}`
  return (
    <Stack>
      <BackLink href="/analysis/places/imports/new" text={t('analysis.asset.import')} />
      <Heading level={1}>{t('analysis.asset.choose')}</Heading>
      <Lead>{t('analysis.asset.choose.lead', { count: sent.places.length, file: sent.fileName })}</Lead>
      <List items={leftOut(t, sent)} />
      <Form action={`${path}/confirmation`}>
        <ErrorSummary title={t('form.summary')} errors={form.errors} />
        <CheckboxGroup
          {...form.list('types')}
          label={t('analysis.asset.choose.types')}
          hint={t('analysis.asset.choose.hint')}
          choices={countsByType(sent).map(({ type, count }) => ({
            value: type,
            label: placeTypeName(type, t.language),
            hint: t('analysis.asset.count', { count }),
          }))}
        />
        <ButtonRow>
          <Button>{t('analysis.import.confirm')}</Button>
        </ButtonRow>
      </Form>
      <Form action={`${path}/withdrawal`} look="inline">
        <Button look="secondary">{t('analysis.import.withdraw')}</Button>
      </Form>
      <Attribution t={t} />
    </Stack>
  )
}

/** What of the file stays out, so that nobody thinks it was lost. */
function leftOut(t: Texts, { elsewhere, unknown, withoutPoint }: SentPlaces): readonly string[] {
  const tags = Object.entries(unknown)
    .toSorted(([, one], [, other]) => other - one)
    .map(([tag, count]) => `${tag || t('analysis.asset.untagged')} (${count})`)
  return [
    ...(elsewhere > 0 ? [t('analysis.asset.elsewhere', { count: elsewhere })] : []),
    ...(tags.length > 0 ? [t('analysis.asset.unknown', { tags: tags.slice(0, 20).join(', ') })] : []),
    ...(withoutPoint > 0 ? [t('analysis.asset.withoutPoint', { count: withoutPoint })] : []),
  ]
}

import type { FilledForm } from '../../../../platform/http/index.ts'
import type { Texts } from '../../../../platform/messages/index.ts'
import { pictureTypes } from '../../../../platform/pictures/index.ts'
import {
  BackLink,
  Button,
  ButtonRow,
  Checkbox,
  ErrorSummary,
  FileField,
  Form,
  Heading,
  Lead,
  Stack,
  TextField,
} from '../../../../ui/index.ts'
import { NameBox } from '../../findings/views/name-box.tsx'
import { longest, mostPhotoBytes } from '../forms.ts'
import type { Walk } from '../walk.ts'

type Props = {
  readonly t: Texts
  readonly walk: Walk
  readonly id: string
  readonly form: FilledForm
  readonly asksAboutName: boolean
}

/** Adds a photo of a place; where it was taken is taken out of the file. */
export function PhotoPage({ t, walk, id, form, asksAboutName }: Props) {
  const { value: isWithoutPeople, ...people } = form.field('isWithoutPeople')
  const { value: _, ...picture } = form.field('picture')
  return (
    <Stack>
      <BackLink href={`/analysis/walks/${walk.id}`} text={t('analysis.walk.one')} />
      <Heading level={1}>{t('analysis.walk.photo.new')}</Heading>
      <Lead>{t('analysis.walk.photo.lead')}</Lead>
      <Form action={`/analysis/walks/${walk.id}/photos/imports`} encType="multipart/form-data" hidden={{ id }}>
        <ErrorSummary title={t('form.summary')} errors={form.errors} />
        <FileField
          {...picture}
          label={t('analysis.walk.photo')}
          hint={t('analysis.walk.photo.hint', { megabytes: mostPhotoBytes / 1024 / 1024 })}
          accept={pictureTypes.join()}
          shrinksPhotos
          required
        />
        <TextField
          {...form.field('description')}
          label={t('analysis.walk.photo.description')}
          hint={t('analysis.walk.photo.description.hint')}
          maxLength={longest.description}
          required
        />
        <NameBox t={t} form={form} asksAboutName={asksAboutName} />
        <Checkbox
          {...people}
          checked={isWithoutPeople !== ''}
          label={t('analysis.walk.photo.people')}
          hint={t('analysis.walk.photo.people.hint')}
        />
        <ButtonRow>
          <Button>{t('analysis.finding.evidence.save')}</Button>
        </ButtonRow>
      </Form>
    </Stack>
  )
}

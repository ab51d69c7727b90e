import type { FilledForm } from '../../../../platform/http/index.ts'
import type { Texts } from '../../../../platform/messages/index.ts'
import type { Neighbourhood } from '../../../../registers/places/index.ts'
import {
  BackLink,
  Button,
  ButtonRow,
  DateField,
  ErrorSummary,
  Form,
  Heading,
  Lead,
  RadioGroup,
  Select,
  Stack,
  TextField,
} from '../../../../ui/index.ts'
import { placeChoices } from '../../findings/views/choices.ts'
import { NameBox } from '../../findings/views/name-box.tsx'
import { longestTitle } from '../forms.ts'
import { occasionKinds } from '../heard.ts'
import { CountFields } from './count-fields.tsx'

type Props = {
  readonly t: Texts
  readonly id: string
  readonly form: FilledForm
  readonly asksAboutName: boolean
  readonly neighbourhoods: readonly Neighbourhood[]
}

/** Counts who was heard at an occasion. */
export function CountPage({ t, id, form, asksAboutName, neighbourhoods }: Props) {
  return (
    <Stack>
      <BackLink href="/analysis/heard" text={t('analysis.heard.title')} />
      <Heading level={1}>{t('analysis.heard.new')}</Heading>
      <Lead>{t('analysis.heard.new.lead')}</Lead>
      <Form action="/analysis/heard" hidden={{ id }}>
        <ErrorSummary title={t('form.summary')} errors={form.errors} />
        <RadioGroup
          {...form.field('kind')}
          label={t('analysis.heard.kind')}
          choices={occasionKinds.map((kind) => ({ value: kind, label: t(`analysis.heard.kind.${kind}`) }))}
          required
        />
        <TextField
          {...form.field('title')}
          label={t('analysis.heard.occasion')}
          hint={t('analysis.finding.source.hint')}
          maxLength={longestTitle}
          required
        />
        <NameBox t={t} form={form} asksAboutName={asksAboutName} />
        <DateField {...form.field('onDay')} label={t('analysis.finding.onDay')} max={t.today} required />
        <Select
          {...form.field('neighbourhoodId')}
          label={t('analysis.finding.neighbourhood')}
          emptyText={t('analysis.finding.everywhere')}
          choices={placeChoices(neighbourhoods)}
        />
        <CountFields t={t} form={form} />
        <ButtonRow>
          <Button>{t('analysis.finding.save')}</Button>
        </ButtonRow>
      </Form>
    </Stack>
  )
}

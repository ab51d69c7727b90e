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
  RadioGroup,
  Select,
  Stack,
  TextArea,
} from '../../../ui/index.ts'
import { longestDescription } from '../forms.ts'
import { choicesToday, type Neighbourhood, placeChoices } from './choices.ts'

type Props = {
  readonly t: Texts
  readonly form: FilledForm
  readonly id: string
  readonly neighbourhoods: readonly Neighbourhood[]
}

/** Notes what a rule, service or decision could have prevented. */
export function NotePage({ t, form, id, neighbourhoods }: Props) {
  const choices = choicesToday(t)
  return (
    <Stack>
      <BackLink href="/policy-signals" text={t('policyAdvice.title')} />
      <Heading level={1}>{t('policyAdvice.note.title')}</Heading>
      <Lead>{t('policyAdvice.note.lead')}</Lead>
      <Form action="/policy-signals" hidden={{ id }}>
        <ErrorSummary title={t('form.summary')} errors={form.errors} />
        <DescriptionField t={t} form={form} />
        <Select
          {...form.field('theme')}
          label={t('policyAdvice.theme')}
          emptyText={t('policyAdvice.choose')}
          choices={choices.themes}
          required
        />
        <RadioGroup
          {...form.field('causeType')}
          label={t('policyAdvice.causeType')}
          choices={choices.causeTypes}
          required
        />
        <RadioGroup
          {...form.field('competentLevel')}
          label={t('policyAdvice.competentLevel')}
          hint={t('policyAdvice.competentLevel.hint')}
          choices={choices.competentLevels}
          required
        />
        <RadioGroup
          {...form.field('situations')}
          label={t('policyAdvice.situations')}
          hint={t('policyAdvice.situations.hint')}
          choices={choices.situations}
          required
        />
        <CheckboxGroup
          {...form.list('groups')}
          label={t('policyAdvice.groups')}
          hint={t('policyAdvice.groups.hint')}
          choices={choices.groups}
        />
        <Select
          {...form.field('neighbourhoodId')}
          label={t('policyAdvice.neighbourhood')}
          emptyText={t('policyAdvice.neighbourhood.all')}
          choices={placeChoices(neighbourhoods)}
        />
        <ButtonRow>
          <Button>{t('policyAdvice.note.save')}</Button>
        </ButtonRow>
      </Form>
    </Stack>
  )
}

/** The description, with the hint and the warning that keep people out of it (P12). */
export function DescriptionField({ t, form }: Pick<Props, 't' | 'form'>) {
  return (
    <TextArea
      {...form.field('description')}
      label={t('policyAdvice.description')}
      hint={t('policyAdvice.description.hint')}
      maxLength={longestDescription}
      countText={t('policyAdvice.description.left')}
      numberPatternWarning={t('policyAdvice.error.numbers')}
      required
    />
  )
}

import { errorTexts } from '../../../../platform/http/index.ts'
import type { Texts } from '../../../../platform/messages/index.ts'
import {
  Button,
  ButtonRow,
  DescriptionList,
  ErrorSummary,
  Form,
  Heading,
  Lead,
  Link,
  Section,
  Stack,
} from '../../../../ui/index.ts'
import { languageChoices } from '../../cards/views/language-choices.ts'
import { type CardDraft, type CardStep, fieldsOf, stepsOf } from '../card-draft.ts'
import type { StepProps } from './step-page.tsx'

/** Everything once more, before it is sent. */
export function CheckPage({ t, municipality, draft, errors }: StepProps) {
  const base = `/in/${municipality.slug}/card`
  const steps = stepsOf(draft).filter((step) => step !== 'check' && step !== 'together')
  return (
    <Stack>
      <ErrorSummary title={t('form.summary')} errors={errorTexts(t, errors).map(({ text }) => ({ text }))} />
      <Heading level={1}>{t('resident.card.step.check')}</Heading>
      <Lead>{t('resident.card.check.lead')}</Lead>
      {steps.map((step) => (
        <Section
          key={step}
          title={t(`resident.card.part.${step}`)}
          level={2}
          beside={<Link href={`${base}/${step}`}>{t(`resident.card.change.${step}`)}</Link>}
        >
          <DescriptionList look="below" items={answersOf(t, draft, step)} />
        </Section>
      ))}
      <Form action={`${base}/check`}>
        {/* A trap for programs: people never see or reach it. */}
        <div hidden>
          <input type="text" name="website" tabindex={-1} autocomplete="off" />
        </div>
        <ButtonRow>
          <Button icon="send">{t('resident.card.send')}</Button>
        </ButtonRow>
      </Form>
    </Stack>
  )
}

function answersOf(t: Texts, draft: CardDraft, step: CardStep) {
  if (step === 'check') return []
  return fieldsOf(step).flatMap((field) => {
    const value = draft.fields[field]
    if (value === undefined || field === 'agrees') return []
    // What was typed keeps its own direction on an Arabic page; groups of digits would turn around.
    const answer = <bdi dir={field === 'phone' ? 'ltr' : 'auto'}>{inWords(t, field, value)}</bdi>
    return [{ term: t(`resident.card.field.${field}`), value: answer }]
  })
}

function inWords(t: Texts, field: string, value: string | readonly string[]): string {
  const words = [value].flat().map((one) => {
    if (field === 'source') return t(`resident.card.source.${one}`)
    if (field === 'urgency') return t(`resident.card.urgency.${one}`)
    if (field === 'given') return t(`resident.card.given.${one}`)
    if (field === 'toWhom') return t(`resident.card.receiver.${one}`)
    if (field === 'needsInterpreter') return t('resident.card.yes')
    if (field === 'language') return languageChoices(t, [one])[0]?.label ?? one
    return one
  })
  return t.list(words, { areLabels: field === 'toWhom' })
}

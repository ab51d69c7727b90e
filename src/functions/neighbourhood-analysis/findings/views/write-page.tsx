import type { FilledForm } from '../../../../platform/http/index.ts'
import type { Texts } from '../../../../platform/messages/index.ts'
import type { Neighbourhood } from '../../../../registers/places/index.ts'
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
} from '../../../../ui/index.ts'
import { findingKinds, restsOn } from '../finding.ts'
import { longestStatement } from '../forms.ts'
import { groupChoices, placeChoices, themeChoices } from './choices.ts'
import { NameBox } from './name-box.tsx'

type Props = {
  readonly t: Texts
  readonly form: FilledForm
  readonly asksAboutName: boolean
  readonly neighbourhoods: readonly Neighbourhood[]
  /** Where it goes, and what goes along: an identifier when it is new, the version one saw when it is not. */
  readonly action: string
  readonly hidden: Readonly<Record<string, string>>
  readonly back: { readonly href: string; readonly text: string }
  readonly title: string
}

/** Notes a strength, need or gap, or says it otherwise. */
export function WritePage({ t, form, asksAboutName, neighbourhoods, action, hidden, back, title }: Props) {
  return (
    <Stack>
      <BackLink {...back} />
      <Heading level={1}>{title}</Heading>
      <Lead>{t('analysis.finding.write.lead')}</Lead>
      <Form action={action} hidden={hidden}>
        <ErrorSummary title={t('form.summary')} errors={form.errors} />
        <RadioGroup
          {...form.field('kind')}
          label={t('analysis.finding.kind')}
          choices={findingKinds.map((kind) => ({
            value: kind,
            label: t(`analysis.finding.kind.${kind}`),
            hint: t(`analysis.finding.kind.hint.${kind}`),
          }))}
          required
        />
        <TextArea
          {...form.field('statement')}
          label={t('analysis.finding.statement')}
          hint={t('analysis.finding.statement.hint')}
          maxLength={longestStatement}
          countText={t('analysis.finding.left')}
          numberPatternWarning={t('analysis.finding.error.numbers')}
          required
        />
        <NameBox t={t} form={form} asksAboutName={asksAboutName} />
        <Select
          {...form.field('theme')}
          label={t('analysis.finding.theme')}
          emptyText={t('analysis.finding.choose')}
          choices={themeChoices(t)}
          required
        />
        <CheckboxGroup
          {...form.list('neighbourhoodIds')}
          label={t('analysis.finding.neighbourhoods')}
          hint={t('analysis.finding.neighbourhoods.hint')}
          choices={placeChoices(neighbourhoods)}
          filterLabel={neighbourhoods.length > 8 ? t('analysis.finding.neighbourhoods.find') : undefined}
        />
        <CheckboxGroup
          {...form.list('groups')}
          label={t('analysis.finding.groups')}
          hint={t('analysis.finding.groups.hint')}
          choices={groupChoices(t)}
        />
        <RadioGroup
          {...form.field('restsOn')}
          label={t('analysis.finding.restsOn')}
          hint={t('analysis.finding.restsOn.hint')}
          choices={restsOn.map((one) => ({ value: one, label: t(`analysis.finding.restsOn.${one}`) }))}
          required
        />
        <ButtonRow>
          <Button>{t('analysis.finding.save')}</Button>
        </ButtonRow>
      </Form>
    </Stack>
  )
}

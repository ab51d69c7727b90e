import type { FilledForm } from '../../../../platform/http/index.ts'
import type { Texts } from '../../../../platform/messages/index.ts'
import type { Neighbourhood } from '../../../../registers/places/index.ts'
import {
  BackLink,
  Button,
  ButtonRow,
  DateField,
  Disclosure,
  ErrorSummary,
  Form,
  Heading,
  Lead,
  Select,
  Stack,
  TextField,
} from '../../../../ui/index.ts'
import { placeChoices } from '../../findings/views/choices.ts'
import { NameBox } from '../../findings/views/name-box.tsx'
import { CountFields } from '../../heard/views/count-fields.tsx'
import { longest } from '../forms.ts'

type Props = {
  readonly t: Texts
  readonly form: FilledForm
  readonly asksAboutName: boolean
  readonly neighbourhoods: readonly Neighbourhood[]
  /** The walk that is changed; a new one counts who walked as well. */
  readonly changes: { readonly id: string; readonly version: string } | undefined
  readonly id: string
}

/** Notes a walk, or changes its day, neighbourhood or route. */
export function WriteWalkPage({ t, form, asksAboutName, neighbourhoods, changes, id }: Props) {
  const title = changes ? t('analysis.walk.edit') : t('analysis.walk.new')
  const path = changes ? `/analysis/walks/${changes.id}` : '/analysis/walks'
  return (
    <Stack>
      <BackLink href={path} text={changes ? t('analysis.walk.one') : t('analysis.walk.title')} />
      <Heading level={1}>{title}</Heading>
      {changes ? null : <Lead>{t('analysis.walk.new.lead')}</Lead>}
      <Form action={path} hidden={changes ? { version: changes.version } : { id }}>
        <ErrorSummary title={t('form.summary')} errors={form.errors} />
        <DateField {...form.field('walkedOn')} label={t('analysis.finding.onDay')} max={t.today} required />
        <Select
          {...form.field('neighbourhoodId')}
          label={t('analysis.finding.neighbourhood')}
          emptyText={t('analysis.finding.choose')}
          choices={placeChoices(neighbourhoods)}
          required
        />
        <TextField
          {...form.field('route')}
          label={t('analysis.walk.route')}
          hint={t('analysis.walk.route.hint')}
          maxLength={longest.route}
          required
        />
        <NameBox t={t} form={form} asksAboutName={asksAboutName} />
        {changes ? null : <CountFields t={t} form={form} />}
        <ButtonRow>
          <Button>{t('analysis.finding.save')}</Button>
        </ButtonRow>
      </Form>
      {changes ? (
        <Disclosure summary={t('analysis.walk.remove')}>
          <p>{t('analysis.walk.remove.text')}</p>
          <Form action={`${path}/removal`} hidden={{ version: changes.version }}>
            <Button look="danger" icon="trash-2">
              {t('analysis.walk.remove')}
            </Button>
          </Form>
        </Disclosure>
      ) : null}
    </Stack>
  )
}

import type { IsoDate } from '@meernet/calendar'
import type { Texts } from '../../../platform/messages/index.ts'
import {
  Button,
  ButtonRow,
  Checkbox,
  Disclosure,
  Form,
  Hint,
  RadioGroup,
  Section,
  TextArea,
} from '../../../ui/index.ts'
import { longestWords } from '../forms.ts'
import { freeingReasons, hasSubject, requestOutcomes } from '../request.ts'
import type { RequestPageProps } from './request-page-props.ts'

type FormProps = Pick<RequestPageProps, 't' | 'request' | 'form'>

/** What was answered, and what came of it. */
export function AnswerForm({ t, request, form }: FormProps) {
  return (
    <Section title={t('rights.answer')}>
      <Form action={`/rights/${request.id}/answer`} hidden={{ version: String(request.version) }}>
        <RadioGroup
          {...form.field('outcome')}
          label={t('rights.outcome')}
          choices={requestOutcomes.map((one) => ({ value: one, label: t(`rights.outcome.${one}`) }))}
          required
        />
        <TextArea
          {...form.field('answer')}
          label={t('rights.answer.words')}
          hint={t('rights.answer.hint')}
          maxLength={longestWords}
          countText={t('rights.left')}
          numberPatternWarning={t('people.error.nationalNumber')}
          required
        />
        <ButtonRow>
          <Button>{t('rights.answer.save')}</Button>
        </ButtonRow>
      </Form>
    </Section>
  )
}

/** Two months more, with the reason. */
export function ExtensionForm({ t, request, form }: FormProps) {
  const field = form.field('reason')
  return (
    <Disclosure summary={t('rights.extend')} open={field.error !== undefined}>
      <Form action={`/rights/${request.id}/extension`} hidden={{ version: String(request.version) }}>
        <TextArea
          {...field}
          label={t('rights.extend.reason')}
          hint={t('rights.extend.hint')}
          rows={2}
          maxLength={300}
          required
        />
        <ButtonRow>
          <Button look="secondary">{t('rights.extend.save')}</Button>
        </ButtonRow>
      </Form>
    </Disclosure>
  )
}

/** Freezing, and for the data protection officer letting go. */
export function FreezingForms({ t, request, frozenOn, mayFree, handlers, form }: RequestPageProps) {
  if (!hasSubject(request)) return null
  if (frozenOn === null)
    return request.freedOn === null ? <FreezeForm t={t} request={request} handlers={handlers} /> : null
  if (!mayFree) return <Hint>{t(handlers.hasOfficer ? 'rights.free.officer' : 'rights.free.noOfficer')}</Hint>
  const { value: isTold, ...told } = form.field('isTold')
  return (
    <Form action={`/rights/${request.id}/freeing`} hidden={{ version: String(request.version) }}>
      <RadioGroup
        {...form.field('because')}
        label={t('rights.free.because')}
        choices={freeingReasons.map((one) => ({ value: one, label: t(`rights.free.because.${one}`) }))}
        required
      />
      <Checkbox {...told} checked={isTold !== ''} label={t('rights.free.told')} />
      <ButtonRow>
        <Button look="secondary">{t('rights.free')}</Button>
      </ButtonRow>
    </Form>
  )
}

function hintKey({ personId, volunteerId }: RequestPageProps['request']): string {
  if (volunteerId) return 'rights.freeze.hintVolunteer'
  return personId ? 'rights.freeze.hint' : 'rights.freeze.hintCard'
}

function FreezeForm({ t, request, handlers }: Pick<RequestPageProps, 't' | 'request' | 'handlers'>) {
  return (
    <Form action={`/rights/${request.id}/freezing`}>
      <Hint>{t(hintKey(request))}</Hint>
      {handlers.hasOfficer ? null : <Hint>{t('rights.free.noOfficer')}</Hint>}
      <ButtonRow>
        <Button look="secondary">{t('rights.freeze')}</Button>
      </ButtonRow>
    </Form>
  )
}

/** No visit or letter any more at the person's address, and the way back. */
export function ObjectionForm({ t, id, stoppedOn }: ObjectionProps) {
  if (stoppedOn === undefined)
    return (
      <Form action={`/rights/${id}/objection`}>
        <Hint>{t('rights.stopVisits.hint')}</Hint>
        <ButtonRow>
          <Button look="secondary">{t('rights.stopVisits')}</Button>
        </ButtonRow>
      </Form>
    )
  return (
    <Form action={`/rights/${id}/objection/removal`}>
      <Hint>{t('rights.visitsStopped', { day: t.day(stoppedOn) })}</Hint>
      <ButtonRow>
        <Button look="quiet">{t('rights.allowVisits')}</Button>
      </ButtonRow>
    </Form>
  )
}
type ObjectionProps = { readonly t: Texts; readonly id: string; readonly stoppedOn: IsoDate | undefined }

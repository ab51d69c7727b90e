import type { FilledForm } from '../../../../platform/http/index.ts'
import type { Texts } from '../../../../platform/messages/index.ts'
import { Button, Disclosure, Form, Notice, NumberField, RadioGroup, Section, TextField } from '../../../../ui/index.ts'
import { lineLength } from '../../text-about-person.ts'
import { ShortText } from '../../views/short-text.tsx'
import { type Handover, possibleActs, refusalReasons } from '../handover.ts'

type Props = {
  readonly t: Texts
  /** Address of the handover for its receiver; the answers are posted below it. */
  readonly path: string
  readonly handover: Handover
  readonly form: FilledForm
}

/** Yes, or no with a reason; or what the answer was. */
export function AnswerForms({ t, path, handover, form }: Props) {
  const possible = possibleActs(handover.state)
  return (
    <>
      {handover.state === 'agreed' ? (
        <Notice>
          <p>{t('guidance.received.beforeIntroduction')}</p>
        </Notice>
      ) : null}
      {possible.includes('accept') ? <Acceptance t={t} path={path} handover={handover} form={form} /> : null}
      {possible.includes('refuse') ? <Refusal t={t} path={path} handover={handover} form={form} /> : null}
    </>
  )
}

function Acceptance({ t, path, handover, form }: Props) {
  return (
    <Section title={t('guidance.accept.title')}>
      <Form action={`${path}/acceptance`} hidden={{ version: String(handover.version) }}>
        <TextField {...form.field('by')} label={t('guidance.accept.by')} maxLength={120} required />
        <NumberField
          {...form.field('waitingWeeks')}
          label={t('guidance.accept.waiting')}
          hint={waitingHint(t, handover)}
          optionalText={t('guidance.optional')}
          unit={t('guidance.weeks')}
        />
        <Button>{t('guidance.accept.yes')}</Button>
      </Form>
    </Section>
  )
}

/** What was known before is said beside the box and not written in it: only the receiver answers. */
function waitingHint(t: Texts, { waitingWeeks }: Handover): string {
  if (waitingWeeks === null) return t('guidance.accept.waitingHint')
  return t('guidance.accept.waitingKnown', { known: t('guidance.handover.weeks', { weeks: waitingWeeks }) })
}

function Refusal({ t, path, handover, form }: Props) {
  const isOpen = form.errors.some(({ field }) => field === 'reason' || field === 'words')
  return (
    <Disclosure summary={t('guidance.refuse.open')} open={isOpen}>
      <Form action={`${path}/refusal`} hidden={{ version: String(handover.version) }}>
        <TextField {...form.field('by')} id="f-refused-by" label={t('guidance.accept.by')} maxLength={120} required />
        <RadioGroup
          {...form.field('reason')}
          label={t('guidance.refuse.reason')}
          required
          choices={refusalReasons.map((reason) => ({ value: reason, label: t(`guidance.refusal.${reason}`) }))}
        />
        <ShortText
          t={t}
          {...form.field('words')}
          label={t('guidance.refuse.words')}
          maxLength={lineLength}
          rows={2}
          isOptional
        />
        <Button look="secondary">{t('guidance.refuse.no')}</Button>
      </Form>
    </Disclosure>
  )
}

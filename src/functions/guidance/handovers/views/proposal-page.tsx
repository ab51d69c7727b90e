import type { FilledForm } from '../../../../platform/http/index.ts'
import type { Texts } from '../../../../platform/messages/index.ts'
import {
  Button,
  ButtonRow,
  Checkbox,
  EmailField,
  ErrorSummary,
  Fieldset,
  Form,
  Lead,
  Notice,
  NumberField,
  Section,
  Select,
  TextField,
} from '../../../../ui/index.ts'
import type { CaseHead } from '../../cases/case-page.ts'
import { CaseFrame, casePath, type Problem } from '../../cases/views/case-frame.tsx'
import { lineLength, noteLength } from '../../text-about-person.ts'
import { ShortText } from '../../views/short-text.tsx'
import type { ReceiverChoice } from '../receiver-choice.ts'

type Props = {
  readonly t: Texts
  readonly head: CaseHead
  readonly receivers: readonly ReceiverChoice[]
  readonly form: FilledForm
  readonly problem?: Problem | undefined
}

/** To whom, and which words would be shared. Nothing is shared yet. */
export function ProposalPage({ t, head, receivers, form, problem }: Props) {
  return (
    <CaseFrame t={t} head={head} current="handovers" problem={problem}>
      <Section title={t('guidance.handover.new')}>
        <Lead>{t('guidance.handover.lead')}</Lead>
        <ErrorSummary title={t('form.summary')} errors={form.errors} />
        <Form action={casePath(head.care.id, 'handovers')} hidden={{ id: form.field('id').value }}>
          <ReceiverFields t={t} receivers={receivers} form={form} />
          <SharedFields t={t} form={form} />
          <Select
            {...form.field('returnsTo')}
            label={t('guidance.handover.returnsTo')}
            hint={t('guidance.handover.returnsToHint')}
            choices={head.members.map(({ userId, name }) => ({ value: userId, label: name }))}
          />
          <ButtonRow>
            <Button>{t('guidance.handover.propose')}</Button>
          </ButtonRow>
        </Form>
      </Section>
    </CaseFrame>
  )
}

function ReceiverFields({ t, receivers, form }: Pick<Props, 't' | 'receivers' | 'form'>) {
  return (
    <Fieldset legend={t('guidance.handover.toWhom')}>
      <Select
        {...form.field('receiver')}
        label={t('guidance.handover.receiver')}
        hint={t('guidance.handover.receiverHint')}
        emptyText={t('guidance.choose')}
        width="full"
        required
        choices={[...receivers, { value: 'other', label: t('guidance.handover.otherReceiver') }]}
      />
      <TextField
        {...form.field('organisationName')}
        label={t('guidance.handover.organisationName')}
        hint={t('guidance.handover.organisationNameHint')}
        optionalText={t('guidance.optional')}
        maxLength={160}
      />
      <TextField
        {...form.field('receiverContact')}
        label={t('guidance.handover.contact')}
        hint={t('guidance.handover.contactHint')}
        optionalText={t('guidance.optional')}
        maxLength={160}
      />
      <EmailField
        {...form.field('receiverEmail')}
        label={t('guidance.handover.email')}
        hint={t('guidance.handover.emailHint')}
        optionalText={t('guidance.optional')}
        autocomplete="off"
      />
      <NumberField
        {...form.field('waitingWeeks')}
        label={t('guidance.handover.waitingWeeks')}
        hint={t('guidance.handover.waitingWeeksHint')}
        optionalText={t('guidance.optional')}
        unit={t('guidance.weeks')}
      />
    </Fieldset>
  )
}

function SharedFields({ t, form }: Pick<Props, 't' | 'form'>) {
  return (
    <Fieldset legend={t('guidance.handover.shared')} hint={t('guidance.handover.sharedHint')}>
      <Notice>
        <p>{t('guidance.handover.onlyNeeded')}</p>
      </Notice>
      <TextField {...form.field('personName')} label={t('guidance.handover.personName')} maxLength={160} required />
      <TextField {...form.field('reachBy')} label={t('guidance.handover.reachBy')} maxLength={lineLength} required />
      <TextField
        {...form.field('language')}
        label={t('people.field.language')}
        optionalText={t('guidance.optional')}
        maxLength={60}
      />
      <Checkbox
        name="needsInterpreter"
        label={t('people.field.needsInterpreter')}
        checked={form.field('needsInterpreter').value !== ''}
      />
      <ShortText t={t} {...form.field('text')} label={t('guidance.handover.text')} maxLength={noteLength} rows={5} />
    </Fieldset>
  )
}

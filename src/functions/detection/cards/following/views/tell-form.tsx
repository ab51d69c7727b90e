import type { FilledForm } from '../../../../../platform/http/index.ts'
import type { Texts } from '../../../../../platform/messages/index.ts'
import { Button, ButtonRow, Checkbox, Form, TextArea } from '../../../../../ui/index.ts'
import { toldLength } from '../told-word.ts'

type Props = {
  readonly t: Texts
  readonly action: string
  readonly form: FilledForm
  readonly submitText: string
}

/** A sentence for somebody who does not read the card, compared with the agreement before it goes. */
export function TellForm({ t, action, form, submitText }: Props) {
  const { name, error } = form.field('isChecked')
  return (
    <Form action={action} hidden={{ id: form.field('id').value }}>
      <TextArea
        {...form.field('words')}
        label={t('detection.told.words')}
        hint={t('detection.told.wordsHint')}
        rows={3}
        maxLength={toldLength}
        countText={t('resident.card.left')}
        numberPatternWarning={t('resident.card.numberWarning')}
        required
      />
      <Checkbox name={name} label={t('detection.told.isChecked')} error={error} />
      <ButtonRow>
        <Button>{submitText}</Button>
      </ButtonRow>
    </Form>
  )
}

import type { FilledForm } from '../../../../platform/http/index.ts'
import type { Colleague } from '../../../../platform/identity/index.ts'
import type { Texts } from '../../../../platform/messages/index.ts'
import {
  BackLink,
  Button,
  ButtonRow,
  ErrorSummary,
  Form,
  Heading,
  Lead,
  List,
  RadioGroup,
  Select,
  Stack,
  TextArea,
} from '../../../../ui/index.ts'
import { NumbersToCall } from './numbers-to-call.tsx'

type Props = {
  readonly t: Texts
  readonly signalId: string
  readonly people: readonly Colleague[]
  readonly form: FilledForm
  readonly jurisdiction: 'flanders' | 'brussels'
}

/** Phone first; then two professionals who decide together, in a record apart. */
export function NewConcernPage({ t, signalId, people, form, jurisdiction }: Props) {
  const choices = people.map(({ userId, name, role }) => ({
    value: userId,
    label: `${name}, ${t(`http.role.${role}`)}`,
  }))
  return (
    <Stack>
      <BackLink href={`/inbox/${signalId}`} text={t('detection.case.back')} />
      <ErrorSummary title={t('form.summary')} errors={form.errors} />
      <Heading level={1}>{t('detection.concern.title')}</Heading>
      <NumbersToCall t={t} jurisdiction={jurisdiction} />
      <Lead>{t('detection.concern.lead')}</Lead>
      <List items={(['two', 'others', 'right', 'never'] as const).map((rule) => t(`detection.concern.${rule}`))} />
      <Form action={`/inbox/${signalId}/safety-concern`} hidden={{ id: form.field('id').value }}>
        <RadioGroup
          {...form.field('about')}
          label={t('detection.concern.about')}
          choices={[
            { value: 'adult', label: t('detection.concern.adult') },
            { value: 'child', label: t('detection.concern.child'), hint: t('detection.concern.childHint') },
          ]}
        />
        <Select {...form.field('firstUserId')} label={t('detection.concern.first')} choices={choices} />
        <Select
          {...form.field('secondUserId')}
          label={t('detection.concern.second')}
          emptyText={t('detection.substitutes.choose')}
          choices={choices}
        />
        <TextArea
          {...form.field('content')}
          label={t('detection.concern.content')}
          hint={t('detection.concern.contentHint')}
          rows={6}
          maxLength={2000}
          countText={t('resident.card.left')}
          numberPatternWarning={t('resident.card.numberWarning')}
        />
        <ButtonRow>
          <Button look="danger">{t('detection.concern.note')}</Button>
        </ButtonRow>
      </Form>
    </Stack>
  )
}

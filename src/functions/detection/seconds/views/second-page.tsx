import type { FilledForm } from '../../../../platform/http/index.ts'
import type { Texts } from '../../../../platform/messages/index.ts'
import {
  BackLink,
  Button,
  ButtonRow,
  Cluster,
  ErrorSummary,
  Form,
  Heading,
  Lead,
  LinkButton,
  Notice,
  Section,
  Stack,
  Status,
} from '../../../../ui/index.ts'
import type { Card } from '../../cards/card-store.ts'
import { mayTell } from '../../cards/following/told-word.ts'
import type { ToldWord } from '../../cards/following/told-word-store.ts'
import { AgreedOnCard } from '../../cards/following/views/agreed-on-card.tsx'
import { TellForm } from '../../cards/following/views/tell-form.tsx'
import { ToldWords } from '../../cards/following/views/told-words.tsx'
import type { Signal } from '../../signals/signal-store.ts'
import type { SecondRequest } from '../second.ts'

type Props = {
  readonly t: Texts
  readonly request: SecondRequest
  readonly card: Card
  readonly signal: Signal
  readonly told: readonly ToldWord[]
  readonly names: ReadonlyMap<string, string>
  readonly form: FilledForm
  readonly problem: string | undefined
}

/** Being the second for one signal: taking it up or not, and then telling the coordinator what the person agreed. */
export function SecondPage(props: Props) {
  const { t, request, signal, names, form, problem } = props
  const asker = names.get(request.askedBy) ?? ''
  return (
    <Stack gap="large">
      <Stack gap="small">
        <BackLink href="/seconds" text={t('detection.seconds.mine')} />
        <Heading level={1}>{t('detection.seconds.asked')}</Heading>
        <Lead>{t(`detection.seconds.lead.${request.state}`, { name: asker })}</Lead>
        <Cluster>
          <Status word={t(`detection.state.${signal.state}`)} weight="strong" />
        </Cluster>
      </Stack>
      <ErrorSummary title={t('form.summary')} errors={form.errors} />
      {problem ? (
        <Notice kind="attention" announce title={t('detection.seconds.problem')}>
          <p>{t(`detection.seconds.problem.${problem}`)}</p>
        </Notice>
      ) : null}
      <ButtonRow>
        <LinkButton href={`/inbox/${signal.id}`} icon="inbox">
          {t('detection.seconds.readCard')}
        </LinkButton>
      </ButtonRow>
      {request.state === 'asked' ? <AnswerForm {...props} /> : null}
      {request.state === 'taken' ? <Telling {...props} asker={asker} /> : null}
    </Stack>
  )
}

function AnswerForm({ t, request }: Props) {
  const action = `/seconds/${request.id}/answer`
  return (
    <ButtonRow>
      <Form action={action} hidden={{ answer: 'taken' }} look="inline">
        <Button>{t('detection.seconds.take')}</Button>
      </Form>
      <Form action={action} hidden={{ answer: 'declined' }} look="inline">
        <Button look="secondary">{t('detection.seconds.decline')}</Button>
      </Form>
    </ButtonRow>
  )
}

function Telling({ t, request, card, told, names, form, asker }: Props & { readonly asker: string }) {
  const check = mayTell(card.agreement, 'coordinator', t.today)
  return (
    <Section title={t('detection.seconds.tell', { name: asker })}>
      <AgreedOnCard t={t} card={card} />
      {check.kind === 'allowed' ? (
        <TellForm t={t} action={`/seconds/${request.id}/told`} form={form} submitText={t('detection.seconds.send')} />
      ) : (
        <Notice kind="attention" title={t('detection.seconds.statusOnlyFor', { name: asker })}>
          <p>{t(`detection.told.refused.${check.reason}`)}</p>
        </Notice>
      )}
      <ToldWords t={t} title={t('detection.told.before')} told={told} names={names} />
    </Section>
  )
}

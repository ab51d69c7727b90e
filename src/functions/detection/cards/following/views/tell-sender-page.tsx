import type { FilledForm } from '../../../../../platform/http/index.ts'
import type { Texts } from '../../../../../platform/messages/index.ts'
import { BackLink, ErrorSummary, Heading, Lead, Notice, Stack } from '../../../../../ui/index.ts'
import type { Signal } from '../../../signals/signal-store.ts'
import type { Card } from '../../card-store.ts'
import { mayTell } from '../told-word.ts'
import type { ToldWord } from '../told-word-store.ts'
import { AgreedOnCard } from './agreed-on-card.tsx'
import { TellForm } from './tell-form.tsx'
import { ToldWords } from './told-words.tsx'

type Props = {
  readonly t: Texts
  readonly card: Card
  readonly signal: Signal
  readonly told: readonly ToldWord[]
  readonly names: ReadonlyMap<string, string>
  readonly back: string
  readonly form: FilledForm
}

/** What the sender of a card may hear: the agreement, what was told already, and a sentence more. */
export function TellSenderPage({ t, card, signal, told, names, back, form }: Props) {
  const check = mayTell(card.agreement, 'sender', t.today)
  const sender = signal.senderUserId ? names.get(signal.senderUserId) : undefined
  return (
    <Stack gap="large">
      <Stack gap="small">
        <BackLink href={back} text={t('detection.told.back')} />
        <Heading level={1}>{t('detection.told.title')}</Heading>
        <Lead>{sender ? t('detection.told.toColleague', { name: sender }) : t('detection.told.byCode')}</Lead>
      </Stack>
      <ErrorSummary title={t('form.summary')} errors={form.errors} />
      <AgreedOnCard t={t} card={card} />
      {check.kind === 'allowed' ? (
        <TellForm t={t} action={`/cards/${card.id}/told`} form={form} submitText={t('detection.told.send')} />
      ) : (
        <Notice kind="attention" title={t('detection.told.statusOnly')}>
          <p>{t(`detection.told.refused.${check.reason}`)}</p>
        </Notice>
      )}
      <ToldWords t={t} title={t('detection.told.before')} told={told} names={names} />
    </Stack>
  )
}

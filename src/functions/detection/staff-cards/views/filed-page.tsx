import type { PublicMunicipality } from '../../../../platform/http/index.ts'
import type { Texts } from '../../../../platform/messages/index.ts'
import { BackLink, Button, ButtonRow, Code, Heading, Lead, LinkButton, Stack } from '../../../../ui/index.ts'
import { spacedCode } from '../../cards/card-code.ts'
import { cardStatus } from '../../cards/card-status.ts'
import type { ToldWord } from '../../cards/following/told-word-store.ts'
import { ToldWords } from '../../cards/following/views/told-words.tsx'
import { StatusPath } from '../../cards/views/status-path.tsx'
import type { SentSignal } from '../sent-store.ts'

type Props = {
  readonly t: Texts
  readonly signal: SentSignal
  /** Undefined when the code stands on the paper card. */
  readonly code: string | undefined
  /** What the sender may know beyond where it stands. */
  readonly told: readonly ToldWord[]
  readonly municipality: PublicMunicipality
}

/** The receipt of a card one handed in: its code, to give to the person. */
export function FiledPage({ t, signal, code, told, municipality }: Props) {
  return (
    <Stack>
      <BackLink href="/cards" text={t('detection.sent.title')} />
      <Heading level={1}>{t('detection.filed.title')}</Heading>
      <Lead>{t('detection.filed.lead', { phone: municipality.contact.phone })}</Lead>
      {code ? (
        <Code value={spacedCode(code)} label={t('resident.card.receipt.code')} />
      ) : (
        <p>{t('detection.filed.onPaper')}</p>
      )}
      <StatusPath t={t} status={cardStatus(signal)} />
      <ToldWords t={t} title={t('resident.told.title')} told={told} />
      <ButtonRow>
        <Button look="secondary" icon="printer" prints>
          {t('http.print')}
        </Button>
        <LinkButton href="/cards/new" icon="plus">
          {t('detection.filed.another')}
        </LinkButton>
      </ButtonRow>
    </Stack>
  )
}

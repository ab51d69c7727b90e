import type { Texts } from '../../../../platform/messages/index.ts'
import {
  Cluster,
  EmptyState,
  Heading,
  Hint,
  Lead,
  Link,
  LinkButton,
  LinkList,
  Stack,
  Status,
} from '../../../../ui/index.ts'
import { cardStatus } from '../../cards/card-status.ts'
import { StatusPath } from '../../cards/views/status-path.tsx'
import type { SentSignal } from '../sent-store.ts'

type Props = { readonly t: Texts; readonly signals: readonly SentSignal[] }

/** What became of the cards one handed in: status only (P8). */
export function SentPage({ t, signals }: Props) {
  return (
    <Stack>
      <Cluster spread="between">
        <Heading level={1}>{t('detection.sent.title')}</Heading>
        <LinkButton href="/cards/new" look="primary" icon="plus" shortcut="n">
          {t('detection.newCard.title')}
        </LinkButton>
      </Cluster>
      <Lead>{t('detection.sent.lead')}</Lead>
      <Cluster>
        <Link href="/cards/team">{t('detection.team.title')}</Link>
        <Link href={`/cards/paper/${t.language}-a4.pdf`} icon="printer">
          {t('detection.sent.paper')}
        </Link>
      </Cluster>
      {signals.length === 0 ? (
        <EmptyState title={t('detection.sent.none')} text={t('detection.sent.noneText')} />
      ) : (
        <LinkList
          label={t('detection.sent.title')}
          listKeys
          items={signals.map((signal) => ({
            key: signal.id,
            href: `/cards/${signal.id}`,
            title: t('detection.sent.card', { moment: t.moment(signal.receivedAt) }),
            meta: (
              <Cluster>
                <Status word={senderWord(t, signal)} />
                <Hint>{t('detection.sent.changed', { moment: t.moment(signal.changedAt) })}</Hint>
              </Cluster>
            ),
            description: <StatusPath t={t} status={cardStatus(signal)} isBrief />,
          }))}
        />
      )}
    </Stack>
  )
}

/** "Taken up", later "followed"; else the step of the path. */
function senderWord(t: Texts, signal: SentSignal): string {
  const status = cardStatus(signal)
  if (status.step === 'inHands') return t(status.isFollowed ? 'detection.sent.followed' : 'detection.sent.takenUp')
  return t(`resident.path.step.${status.step}`)
}

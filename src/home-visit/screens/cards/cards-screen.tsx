import type { VisitAct } from '../../../functions/detection/contract.ts'
import { Button, EmptyState, Heading, Hint, LinkList, Section, Stack, Status } from '../../../ui/index.ts'
import { type Page, refusedActs, waitingActs } from '../../notebook/page.ts'
import { useWords } from '../../texts.ts'
import { addressText, doorWithRound, type Working } from '../working.ts'

type Props = { readonly work: Working; readonly onDismiss: () => void }

/** What became of my cards (status only), what waits to be sent, and what could not be applied. */
export function CardsScreen({ work, onDismiss }: Props) {
  const t = useWords()
  const { cards } = work.page
  const waiting = waitingActs(work.page)
  return (
    <Stack>
      <Heading level={1}>{t('homeVisit.cards.title')}</Heading>
      <Refused work={work} onDismiss={onDismiss} />
      {waiting.length > 0 ? (
        <Section title={t('homeVisit.cards.waiting')}>
          <Hint>{t('homeVisit.cards.waitingHint')}</Hint>
          <LinkList
            items={waiting.map(({ act, sequence }) => ({
              key: String(sequence),
              title: t(`homeVisit.act.${act.kind}`),
              icon: 'upload',
              description: [t.time(new Date(act.at)), addressOf(work.page, act)].filter(Boolean).join(' · '),
            }))}
          />
        </Section>
      ) : null}
      <Section title={t('homeVisit.cards.sent')}>
        {cards.length === 0 ? (
          <EmptyState icon="file-text" title={t('homeVisit.cards.none')} text={t('homeVisit.cards.noneText')} />
        ) : (
          <LinkList
            items={cards.map((card) => ({
              key: card.id,
              title: t('homeVisit.cards.sentOn', { day: t.day(card.sentOn) }),
              meta: <Status word={t(`homeVisit.cards.status.${card.status}`)} />,
            }))}
          />
        )}
      </Section>
    </Stack>
  )
}

/** Where it was, for the visitor to know it again; empty for what belongs to no door. */
function addressOf(page: Page, act: VisitAct): string {
  const visitId = 'visitId' in act ? act.visitId : undefined
  const doorId =
    'roundAddressId' in act.body
      ? act.body.roundAddressId
      : page.visits.find(({ id }) => id === visitId)?.roundAddressId
  const found = doorId ? doorWithRound(page, doorId) : undefined
  return found ? addressText(found.door) : ''
}

function Refused({ work, onDismiss }: Props) {
  const t = useWords()
  const refused = refusedActs(work.page)
  if (refused.length === 0) return null
  return (
    <Section title={t('homeVisit.refused.title')}>
      <LinkList
        items={refused.map(({ act, sequence, reason }) => ({
          key: String(sequence),
          title: t(`homeVisit.act.${act.kind}`),
          icon: 'triangle-alert',
          meta: addressOf(work.page, act),
          description: t(`homeVisit.refused.${reason ?? 'unexpected'}`),
        }))}
      />
      <Hint>{t('homeVisit.refused.coordinator')}</Hint>
      <Button type="button" look="secondary" icon="check" onPress={onDismiss}>
        {t('homeVisit.refused.read')}
      </Button>
    </Section>
  )
}

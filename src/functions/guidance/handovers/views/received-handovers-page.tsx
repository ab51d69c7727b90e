import type { Texts } from '../../../../platform/messages/index.ts'
import { Count, EmptyState, Heading, Lead, LinkList, Section, Stack, Status } from '../../../../ui/index.ts'
import type { Handover } from '../handover.ts'

type Props = {
  readonly t: Texts
  readonly handovers: readonly Handover[]
  /** Names of zones. */
  readonly zones: ReadonlyMap<string, string>
}

/** What was handed over to us: first what still has to be answered. */
export function ReceivedHandoversPage({ t, handovers, zones }: Props) {
  const toAnswer = handovers.filter(({ answeredAt }) => answeredAt === null)
  const answered = handovers.filter(({ answeredAt }) => answeredAt !== null)
  return (
    <Stack gap="large">
      <Stack gap="small">
        <Heading level={1}>{t('guidance.received.title')}</Heading>
        <Lead>{t('guidance.received.pageLead')}</Lead>
      </Stack>
      {handovers.length === 0 ? (
        <EmptyState icon="inbox" title={t('guidance.received.none')} text={t('guidance.received.noneHint')} />
      ) : null}
      {[
        { title: t('guidance.received.toAnswer'), list: toAnswer },
        { title: t('guidance.received.answered'), list: answered },
      ].map(({ title, list }) =>
        list.length === 0 ? null : (
          <Section key={title} title={title} beside={<Count value={list.length} />}>
            <LinkList label={title} listKeys items={list.map((handover) => itemOf(t, handover, zones))} />
          </Section>
        ),
      )}
    </Stack>
  )
}

const itemOf = (t: Texts, handover: Handover, zones: Props['zones']) => ({
  key: handover.id,
  href: `/handovers/${handover.id}`,
  title: handover.shared.personName,
  description: t('guidance.received.from', { organisation: zones.get(handover.zoneId) ?? '' }),
  meta: <Status word={t(`guidance.handover.state.${handover.state}`)} />,
})

import type { Texts } from '../../../../platform/messages/index.ts'
import { BackLink, Count, EmptyState, Heading, Lead, LinkList, Section, Stack, Status } from '../../../../ui/index.ts'
import type { Signal } from '../../signals/signal-store.ts'
import type { SecondRequest } from '../second.ts'

type Props = {
  readonly t: Texts
  readonly requests: readonly SecondRequest[]
  readonly signals: ReadonlyMap<string, Signal>
  readonly names: ReadonlyMap<string, string>
}

/** What coordinators without professional secrecy asked me to take up: first what I did not answer yet. */
export function SecondsPage({ t, requests, signals, names }: Props) {
  return (
    <Stack gap="large">
      <BackLink href="/inbox" text={t('detection.inbox.title')} />
      <Stack gap="small">
        <Heading level={1}>{t('detection.seconds.mine')}</Heading>
        <Lead>{t('detection.seconds.mineLead')}</Lead>
      </Stack>
      {requests.length === 0 ? <EmptyState icon="inbox" title={t('detection.seconds.mineNone')} /> : null}
      {(['asked', 'taken'] as const).map((state) => {
        const list = requests.filter((request) => request.state === state)
        return list.length === 0 ? null : (
          <Section key={state} title={t(`detection.seconds.mine.${state}`)} beside={<Count value={list.length} />}>
            <LinkList
              label={t(`detection.seconds.mine.${state}`)}
              listKeys
              items={list.map(({ id, signalId, askedBy, askedAt }) => {
                const signal = signals.get(signalId)
                return {
                  key: id,
                  href: `/seconds/${id}`,
                  title: t('detection.seconds.askedBy', { name: names.get(askedBy) ?? '', moment: t.moment(askedAt) }),
                  meta: signal ? <Status word={t(`detection.state.${signal.state}`)} /> : undefined,
                }
              })}
            />
          </Section>
        )
      })}
    </Stack>
  )
}

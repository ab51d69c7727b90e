import type { Texts } from '../../../../platform/messages/index.ts'
import { EmptyState, Heading, Lead, LinkList, Stack, Tag } from '../../../../ui/index.ts'
import type { RefusedAct } from '../refused-act-store.ts'

type Props = {
  readonly t: Texts
  readonly acts: readonly RefusedAct[]
  readonly names: ReadonlyMap<string, string>
}

/** What visitors did and could not be applied: why, and a way to each. */
export function RefusedActsPage({ t, acts, names }: Props) {
  return (
    <Stack>
      <Heading level={1}>{t('detection.visits.refused.title')}</Heading>
      <Lead>{t('detection.visits.refused.lead')}</Lead>
      {acts.length === 0 ? (
        <EmptyState icon="circle-check" title={t('detection.visits.refused.none')} />
      ) : (
        <LinkList
          listKeys
          label={t('detection.visits.refused.title')}
          items={acts.map((act) => ({
            href: `/refused-acts/${act.id}`,
            title: t(`detection.visits.act.${act.kind}`),
            meta: <Tag>{names.get(act.visitorId) ?? t('detection.visits.someone')}</Tag>,
            description: `${t(`detection.visits.reason.${act.reason}`)} ${t.moment(act.refusedAt)}`,
          }))}
        />
      )}
    </Stack>
  )
}

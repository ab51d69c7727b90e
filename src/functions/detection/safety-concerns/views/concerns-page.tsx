import type { Texts } from '../../../../platform/messages/index.ts'
import { EmptyState, Heading, Lead, LinkList, Stack, Status } from '../../../../ui/index.ts'
import type { SafetyConcern } from '../concern-store.ts'

type Props = { readonly t: Texts; readonly concerns: readonly SafetyConcern[] }

/** The concerns in which one is named; nobody else sees that they exist. */
export function ConcernsPage({ t, concerns }: Props) {
  return (
    <Stack>
      <Heading level={1}>{t('detection.concern.list')}</Heading>
      <Lead>{t('detection.concern.listLead')}</Lead>
      {concerns.length === 0 ? (
        <EmptyState title={t('detection.concern.none')} text={t('detection.concern.noneHint')} icon="shield" />
      ) : (
        <LinkList
          label={t('detection.concern.list')}
          items={concerns.map((concern) => ({
            href: `/safety-concerns/${concern.id}`,
            title: t('detection.concern.of', { moment: t.moment(concern.notedAt) }),
            meta: <Status word={decisionText(t, concern)} icon="shield" />,
          }))}
        />
      )}
    </Stack>
  )
}

/** A decision stands when both say the same. */
export function decisionText(t: Texts, { decision, decidedByFirstAt, decidedBySecondAt }: SafetyConcern): string {
  if (!decision) return t('detection.concern.undecided')
  const word = t(`detection.concern.decision.${decision}`)
  return decidedByFirstAt && decidedBySecondAt ? word : t('detection.concern.waits', { decision: word })
}

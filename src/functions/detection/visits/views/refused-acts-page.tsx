import type { LostActs } from '../../../../platform/identity/index.ts'
import type { Texts } from '../../../../platform/messages/index.ts'
import { Button, EmptyState, Form, Heading, Hint, Lead, LinkList, Section, Stack, Tag } from '../../../../ui/index.ts'
import type { RefusedAct } from '../refused-acts/refused-act-store.ts'

type Props = {
  readonly t: Texts
  readonly acts: readonly RefusedAct[]
  readonly names: ReadonlyMap<string, string>
  readonly lost: readonly LostActs[]
}

/** What visitors did and could not be applied: why, and a way to each; and how much went with phones that were erased. */
export function RefusedActsPage({ t, acts, names, lost }: Props) {
  return (
    <Stack>
      <Heading level={1}>{t('detection.visits.refused.title')}</Heading>
      <Lead>{t('detection.visits.refused.lead')}</Lead>
      {lost.length > 0 && <Lost t={t} lost={lost} />}
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

/** Nobody can read these any more: the visitor is asked. */
function Lost({ t, lost }: Pick<Props, 't' | 'lost'>) {
  return (
    <Section title={t('detection.visits.lost.title')}>
      <Hint>{t('detection.visits.lost.text')}</Hint>
      <LinkList
        label={t('detection.visits.lost.title')}
        items={lost.map(({ phoneId, visitor, count, wipedAt }) => ({
          key: phoneId,
          title: visitor,
          description: t('detection.visits.lost.count', { count, moment: t.moment(wipedAt) }),
          actions: (
            <Form action={`/refused-acts/lost/${phoneId}/settlement`} look="inline">
              <Button look="secondary" about={visitor}>
                {t('detection.visits.lost.settle')}
              </Button>
            </Form>
          ),
        }))}
      />
    </Section>
  )
}

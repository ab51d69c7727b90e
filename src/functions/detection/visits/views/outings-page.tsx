import type { Texts } from '../../../../platform/messages/index.ts'
import {
  Button,
  DueDate,
  EmptyState,
  Form,
  Heading,
  Lead,
  Link,
  LinkList,
  Notice,
  Section,
  Stack,
  Status,
} from '../../../../ui/index.ts'
import type { Outing, VisitCall } from '../outings/outing-store.ts'

type Props = {
  readonly t: Texts
  readonly now: Date
  readonly outings: readonly Outing[]
  readonly calls: readonly VisitCall[]
  /** Names by account. */
  readonly names: ReadonlyMap<string, string>
}

/** Who is out now and who called; what it was about is told by voice and stands nowhere. */
export function OutingsPage({ t, now, outings, calls, names }: Props) {
  const out = outings.filter(({ backAt }) => backAt === null)
  const back = outings.filter(({ backAt }) => backAt !== null)
  return (
    <Stack>
      <Heading level={1}>{t('detection.visits.outings.title')}</Heading>
      <Lead>{t('detection.visits.outings.lead')}</Lead>
      <Calls t={t} calls={calls} names={names} />
      <Section title={t('detection.visits.outings.out')}>
        {out.length === 0 ? (
          <EmptyState icon="footprints" title={t('detection.visits.outings.nobody')} />
        ) : (
          <LinkList
            label={t('detection.visits.outings.out')}
            items={out.map((outing) => ({
              key: outing.id,
              title: nameOf(names, outing.visitorId, t),
              meta: <Expected t={t} now={now} outing={outing} />,
              description: outing.campaignName,
              actions: (
                <Form action={`/outings/${outing.id}/return`} look="inline">
                  <Button look="secondary" icon="check" about={nameOf(names, outing.visitorId, t)}>
                    {t('detection.visits.outings.isSafe')}
                  </Button>
                </Form>
              ),
            }))}
          />
        )}
      </Section>
      {back.length > 0 ? (
        <Section title={t('detection.visits.outings.back')}>
          <LinkList
            items={back.map(({ id, visitorId, backAt, campaignName }) => ({
              key: id,
              title: nameOf(names, visitorId, t),
              meta: (
                <Status
                  word={t('detection.visits.outings.backAt', { time: backAt ? t.time(backAt) : '' })}
                  icon="house"
                />
              ),
              description: campaignName,
            }))}
          />
        </Section>
      ) : null}
      <p>
        <Link href="/refused-acts">{t('detection.visits.refused.title')}</Link>
      </p>
    </Stack>
  )
}

function Calls({ t, calls, names }: Pick<Props, 't' | 'calls' | 'names'>) {
  if (calls.length === 0) return null
  return (
    <Section title={t('detection.visits.calls.title')}>
      {calls.some(({ kind, takenAt }) => kind === 'alarm' && !takenAt) ? (
        <Notice kind="alarm">{t('detection.visits.calls.callNow')}</Notice>
      ) : null}
      <LinkList
        label={t('detection.visits.calls.title')}
        items={calls.map(({ id, kind, visitorId, calledAt, takenAt }) => ({
          key: id,
          icon: kind === 'alarm' ? 'siren' : 'life-buoy',
          title: nameOf(names, visitorId, t),
          meta: (
            <Status
              word={t(takenAt ? 'detection.visits.calls.taken' : `detection.visits.calls.${kind}`)}
              icon={takenAt ? 'check' : 'clock'}
              weight={takenAt ? 'quiet' : 'strong'}
            />
          ),
          description: t.moment(calledAt),
          actions: takenAt ? undefined : (
            <Form action={`/visit-calls/${id}/taking`} look="inline">
              <Button look="secondary" icon="phone" about={nameOf(names, visitorId, t)}>
                {t('detection.visits.calls.take')}
              </Button>
            </Form>
          ),
        }))}
      />
    </Section>
  )
}

function Expected({ t, now, outing }: { readonly t: Texts; readonly now: Date; readonly outing: Outing }) {
  const isOverdue = outing.expectedBackAt < now
  return (
    <DueDate
      words={t(isOverdue ? 'detection.visits.outings.overdue' : 'detection.visits.outings.expected')}
      date={t.moment(outing.expectedBackAt)}
      dateTime={outing.expectedBackAt.toISOString()}
      overdue={isOverdue}
    />
  )
}

const nameOf = (names: ReadonlyMap<string, string>, userId: string, t: Texts) =>
  names.get(userId) ?? t('detection.visits.someone')

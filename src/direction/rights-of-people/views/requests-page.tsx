import type { Texts } from '../../../platform/messages/index.ts'
import { Cluster, DueDate, EmptyState, Heading, Lead, LinkButton, LinkList, Section, Stack } from '../../../ui/index.ts'
import { answerBy, type RightsRequest } from '../request.ts'

type Props = { readonly t: Texts; readonly requests: readonly RightsRequest[]; readonly mayRegister: boolean }

/** Requests about own data: what must be answered first, then what was answered. */
export function RequestsPage({ t, requests, mayRegister }: Props) {
  const open = requests.filter(({ answeredOn }) => answeredOn === null)
  const answered = requests.filter(({ answeredOn }) => answeredOn !== null)
  return (
    <Stack gap="large">
      <Stack>
        <Cluster spread="between">
          <Heading level={1}>{t('rights.title')}</Heading>
          {mayRegister ? (
            <LinkButton href="/rights/new" look="primary" icon="plus">
              {t('rights.new')}
            </LinkButton>
          ) : null}
        </Cluster>
        <Lead>{t('rights.lead')}</Lead>
      </Stack>
      <Section title={t('rights.open')}>
        {open.length === 0 ? (
          <EmptyState icon="scroll-text" title={t('rights.open.none')} />
        ) : (
          <LinkList label={t('rights.open')} items={open.map((request) => rowOf(t, request))} listKeys />
        )}
      </Section>
      {answered.length > 0 ? (
        <Section title={t('rights.answered')}>
          <LinkList label={t('rights.answered')} items={answered.map((request) => rowOf(t, request))} />
        </Section>
      ) : null}
    </Stack>
  )
}

/** No name: whose request it is shows on its own page, which leaves a line in the log. */
function rowOf(t: Texts, request: RightsRequest) {
  const due = answerBy(request)
  return {
    key: request.id,
    href: `/rights/${request.id}`,
    title: t(`rights.kind.${request.kind}`),
    meta:
      request.outcome === null ? (
        <DueDate
          words={t.dayInWords(due, { isDeadline: true })}
          date={t.day(due)}
          dateTime={due}
          overdue={due < t.today}
        />
      ) : (
        t(`rights.outcome.${request.outcome}`)
      ),
    description: t('rights.cameIn', {
      day: t.day(request.receivedOn),
      channel: t(`rights.channel.${request.channel}`),
    }),
  }
}

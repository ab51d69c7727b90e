import type { StaffActor } from '../../../platform/access/actor.ts'
import type { Texts } from '../../../platform/messages/index.ts'
import type { Waiting } from '../../../platform/waiting/waiting.ts'
import { Count, Disclosure, DueDate, EmptyState, Heading, Lead, LinkList, Section, Stack } from '../../../ui/index.ts'
import { foldSame, type Promises } from '../promises.ts'

type Props = { readonly t: Texts; readonly actor: StaffActor; readonly promises: Promises }

/** What waits for me, oldest promise first. */
export function TodayPage({ t, actor, promises }: Props) {
  const groups = [
    ['late', promises.late],
    ['today', promises.today],
    ['later', promises.later],
    ['open', promises.open],
  ] as const
  const isEmpty = groups.every(([, waiting]) => waiting.length === 0)
  return (
    <Stack gap="large">
      <Stack gap="small">
        <Heading level={1}>{t('today.title')}</Heading>
        <Lead>{t('today.lead', { name: actor.name, day: t.day(t.today) })}</Lead>
      </Stack>
      {isEmpty && <EmptyState icon="sun" title={t('today.empty.title')} text={t('today.empty.text')} />}
      {groups.map(
        ([group, waiting]) =>
          waiting.length > 0 && <Group key={group} t={t} title={t(`today.group.${group}`)} waiting={waiting} />,
      )}
    </Stack>
  )
}

type GroupProps = { readonly t: Texts; readonly title: string; readonly waiting: readonly Waiting[] }

function Group({ t, title, waiting }: GroupProps) {
  const { shown, more } = foldSame(waiting)
  return (
    <Section title={title} beside={<Count value={waiting.length} />}>
      <Lines t={t} title={title} waiting={shown} />
      {more.map((lines) => {
        const [first] = lines
        const words = first ? t(first.message, first.values) : ''
        const summary = t('today.more', { count: lines.length, what: words })
        return (
          <Disclosure key={words} summary={summary}>
            <Lines t={t} title={summary} waiting={lines} />
          </Disclosure>
        )
      })}
    </Section>
  )
}

function Lines({ t, title, waiting }: GroupProps) {
  return (
    <LinkList
      label={title}
      listKeys
      items={waiting.map(({ message, values, about, href, dueOn }, place) => ({
        key: `${href}|${message}|${place}`,
        title: t(message, values),
        href,
        description: aboutText(t, about),
        meta: dueOn && (
          <DueDate
            words={t.dayInWords(dueOn, { isDeadline: true })}
            date={t.day(dueOn)}
            dateTime={dueOn}
            overdue={dueOn < t.today}
          />
        ),
      }))}
    />
  )
}

function aboutText(t: Texts, about: Waiting['about']): string | undefined {
  if (about === undefined || typeof about === 'string') return about
  const days = Object.entries(about.days ?? {}).map(([name, day]) => [name, t.day(day)])
  return t(about.message, { ...about.values, ...Object.fromEntries(days) })
}

import { Button, ConfirmPanel, EmptyState, Form, Heading, Lead, Link, Stack, Table } from '../../ui/index.ts'
import type { Texts } from '../messages/index.ts'
import type { LeftBehind } from './left-behind-store.ts'

type Props = { readonly t: Texts; readonly work: readonly LeftBehind[] }

/** What the program could not do in the background, by kind of work. */
export function LeftBehindPage({ t, work }: Props) {
  return (
    <Stack>
      <Heading level={1}>{t('leftBehind.title')}</Heading>
      <Lead>{t('leftBehind.lead')}</Lead>
      {work.length === 0 ? (
        <EmptyState title={t('leftBehind.none')} icon="clock" />
      ) : (
        <Table
          caption={t('leftBehind.title')}
          captionHidden
          rows={work}
          rowKey={({ task }) => task}
          columns={[
            { key: 'what', heading: t('leftBehind.what'), rowHeader: true, cell: ({ task }) => kindWords(t, task) },
            { key: 'count', heading: t('leftBehind.count'), numeric: true, cell: ({ count }) => count },
            { key: 'state', heading: t('leftBehind.state'), cell: (line) => <State t={t} line={line} /> },
            {
              key: 'acts',
              heading: t('leftBehind.acts'),
              headingHidden: true,
              cell: (line) => <Acts t={t} line={line} />,
            },
          ]}
        />
      )}
    </Stack>
  )
}

type DropProps = { readonly t: Texts; readonly line: LeftBehind }

/** Asks once before work is dropped for good. */
export function DropPage({ t, line: { task, givenUp } }: DropProps) {
  return (
    <ConfirmPanel
      title={t('leftBehind.drop', { count: givenUp })}
      consequences={[kindWords(t, task), t('leftBehind.dropConsequence')]}
      action="/left-behind/removals"
      hidden={{ task }}
      confirmText={t('leftBehind.dropConfirm')}
      cancel={{ href: '/left-behind', text: t('leftBehind.keep') }}
      danger
    />
  )
}

function State({ t, line: { since, givenUp, nextAt, error } }: DropProps) {
  return (
    <Stack gap="small">
      <span>{t('leftBehind.since', { moment: t.moment(since), error: error ?? '' })}</span>
      {nextAt && <span>{t('leftBehind.next', { moment: t.moment(nextAt) })}</span>}
      {givenUp > 0 && <span>{t('leftBehind.givenUp', { count: givenUp })}</span>}
    </Stack>
  )
}

function Acts({ t, line: { task, givenUp } }: DropProps) {
  return (
    <Stack gap="small">
      <Form action="/left-behind/attempts" hidden={{ task }} look="inline">
        <Button look="secondary">{t('leftBehind.tryAgain')}</Button>
      </Form>
      {givenUp > 0 && (
        <Link href={`/left-behind/removals?${new URLSearchParams({ task })}`}>
          {t('leftBehind.drop', { count: givenUp })}
        </Link>
      )}
    </Stack>
  )
}

const kinds = ['mail', 'detection', 'campaigns', 'guidance', 'organisations', 'identity', 'audit'] as const

/** The kind of work in words, with the name of the task for whoever looks it up in the log. */
function kindWords(t: Texts, task: string): string {
  const kind = kinds.find((one) => task.startsWith(`${one}.`)) ?? 'other'
  return `${t(`leftBehind.kind.${kind}`)} (${task})`
}

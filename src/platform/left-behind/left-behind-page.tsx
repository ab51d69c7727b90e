import { Button, ButtonRow, EmptyState, Form, Heading, Lead, Stack, Table } from '../../ui/index.ts'
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
            { key: 'since', heading: t('leftBehind.since'), cell: ({ since }) => t.moment(since) },
            { key: 'state', heading: t('leftBehind.state'), cell: (line) => stateWords(t, line) },
            { key: 'error', heading: t('leftBehind.error'), cell: ({ error }) => error ?? '–' },
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

function Acts({ t, line: { task, givenUp } }: { readonly t: Texts; readonly line: LeftBehind }) {
  return (
    <ButtonRow>
      <Form action="/left-behind/attempts" hidden={{ task }} look="inline">
        <Button look="secondary">{t('leftBehind.tryAgain')}</Button>
      </Form>
      {givenUp > 0 && (
        <Form action="/left-behind/removals" hidden={{ task }} look="inline">
          <Button look="danger">{t('leftBehind.drop', { count: givenUp })}</Button>
        </Form>
      )}
    </ButtonRow>
  )
}

const kinds = ['mail', 'detection', 'campaigns', 'guidance', 'identity', 'audit'] as const

/** The kind of work in words, with the name of the task for whoever looks it up in the log. */
function kindWords(t: Texts, task: string): string {
  const kind = kinds.find((one) => task.startsWith(`${one}.`)) ?? 'other'
  return `${t(`leftBehind.kind.${kind}`)} (${task})`
}

function stateWords(t: Texts, { givenUp, nextAt }: LeftBehind): string {
  const again = nextAt && t('leftBehind.next', { moment: t.moment(nextAt) })
  const ended = givenUp > 0 && t('leftBehind.givenUp', { count: givenUp })
  return [again, ended].filter(Boolean).join(' · ')
}

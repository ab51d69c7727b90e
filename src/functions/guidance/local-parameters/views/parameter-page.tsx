import type { FilledForm } from '../../../../platform/http/index.ts'
import type { Texts } from '../../../../platform/messages/index.ts'
import {
  BackLink,
  Button,
  EmptyState,
  ErrorSummary,
  Form,
  Heading,
  Lead,
  Link,
  List,
  Section,
  Stack,
  Table,
} from '../../../../ui/index.ts'
import type { LocalParameter } from '../local-parameter.ts'
import type { LocalRow } from '../local-parameter-store.ts'
import { localPath, localValueWords, rightsDecidedBy } from './local-words.ts'
import { ValueFields } from './value-fields.tsx'

type Props = {
  readonly t: Texts
  readonly parameter: LocalParameter
  readonly rows: readonly LocalRow[]
  readonly form: FilledForm
}

/** One parameter: what it is for, every value it had, and a form for the next one. */
export function ParameterPage({ t, parameter, rows, form }: Props) {
  const rights = rightsDecidedBy(t, parameter)
  return (
    <Stack>
      <BackLink href="/local-rights" text={t('guidance.local.title')} />
      <Heading level={1}>{t(`guidance.local.name.${parameter}`)}</Heading>
      <ErrorSummary title={t('form.summary')} errors={form.errors} />
      <Lead>{t(`guidance.local.about.${parameter}`)}</Lead>
      {rights.length > 0 ? (
        <Section title={t('guidance.local.rights')}>
          <List items={rights} />
        </Section>
      ) : null}
      <Section title={t('guidance.local.history')}>
        {rows.length > 0 ? (
          <History t={t} rows={rows} />
        ) : (
          <EmptyState title={t('guidance.local.neverEntered')} text={t('guidance.local.neverEnteredText')} />
        )}
      </Section>
      <Section title={t('guidance.local.new')}>
        <Form action={localPath(parameter)} hidden={{ id: form.field('id').value }}>
          <ValueFields t={t} parameter={parameter} form={form} />
          <Button>{t('guidance.save')}</Button>
        </Form>
      </Section>
    </Stack>
  )
}

function History({ t, rows }: Pick<Props, 't' | 'rows'>) {
  return (
    <Table
      caption={t('guidance.local.history')}
      captionHidden
      rows={rows}
      rowKey={({ id }) => id}
      columns={[
        {
          key: 'from',
          heading: t('guidance.local.column.from'),
          rowHeader: true,
          cell: ({ parameter, id, validFrom }) => <Link href={localPath(parameter, id)}>{t.day(validFrom)}</Link>,
        },
        {
          key: 'value',
          heading: t('guidance.local.column.value'),
          cell: ({ parameter, value }) => localValueWords(t, parameter, value),
        },
        { key: 'notes', heading: t('guidance.local.notes'), cell: ({ notes }) => notes ?? '' },
        { key: 'source', heading: t('guidance.local.source'), cell: ({ source }) => source },
      ]}
    />
  )
}

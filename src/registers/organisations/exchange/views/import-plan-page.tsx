import type { Texts } from '../../../../platform/messages/index.ts'
import {
  BackLink,
  Button,
  ButtonRow,
  Disclosure,
  EmptyState,
  Form,
  Heading,
  Lead,
  List,
  Name,
  Section,
  Stack,
  Table,
} from '../../../../ui/index.ts'
import type { Change, ImportPlan } from '../plan.ts'
import type { LeftOut } from '../source.ts'

type Props = {
  readonly t: Texts
  readonly id: string
  readonly plan: ImportPlan
  readonly leftOut: readonly LeftOut[]
}

/** So many changes are shown by name; the counts tell of all. */
const shownChanges = 200

/** What an import will do, before it does it. */
export function ImportPlanPage({ t, id, plan, leftOut }: Props) {
  const { organisations, services } = plan.counts
  const isNothing = plan.changes.length === 0
  return (
    <Stack>
      <BackLink href="/services/imports/new" text={t('organisations.import')} />
      <Heading level={1}>{t('organisations.import.plan')}</Heading>
      <Lead>{t('organisations.import.plan.lead')}</Lead>
      <Table
        caption={t('organisations.import.counts')}
        captionHidden
        compact
        columns={[
          { key: 'what', heading: t('organisations.import.what'), cell: (row) => row.what, rowHeader: true },
          { key: 'new', heading: t('organisations.import.new'), cell: (row) => row.new, numeric: true },
          { key: 'changed', heading: t('organisations.import.changed'), cell: (row) => row.changed, numeric: true },
          { key: 'same', heading: t('organisations.import.unchanged'), cell: (row) => row.unchanged, numeric: true },
        ]}
        rows={[
          { what: t('organisations.title'), ...organisations },
          { what: t('organisations.services'), ...services },
        ]}
        rowKey={({ what }) => what}
      />
      {isNothing ? (
        <EmptyState icon="circle-check" title={t('organisations.import.nothing')} />
      ) : (
        <Section title={t('organisations.import.changes')}>
          <List items={plan.changes.slice(0, shownChanges).map((change) => lineOf(t, change))} />
          {plan.changes.length > shownChanges ? (
            <p>{t('organisations.import.more', { count: plan.changes.length - shownChanges })}</p>
          ) : null}
        </Section>
      )}
      {leftOut.length > 0 ? (
        <Disclosure summary={t('organisations.import.leftOut', { count: leftOut.length })}>
          <p>{t('organisations.import.leftOut.text')}</p>
          <Table
            caption={t('organisations.import.leftOut', { count: leftOut.length })}
            captionHidden
            compact
            columns={[
              { key: 'path', heading: t('organisations.import.place'), cell: ({ path }) => path, rowHeader: true },
              { key: 'times', heading: t('organisations.import.times'), cell: ({ times }) => times, numeric: true },
            ]}
            rows={leftOut}
            rowKey={({ path }) => path}
          />
        </Disclosure>
      ) : null}
      <ButtonRow>
        {isNothing ? null : (
          <Form action={`/services/imports/${id}/confirmation`} look="inline">
            <Button>{t('organisations.import.confirm')}</Button>
          </Form>
        )}
        <Form action={`/services/imports/${id}/withdrawal`} look="inline">
          <Button look="secondary">{t('organisations.import.withdraw')}</Button>
        </Form>
      </ButtonRow>
    </Stack>
  )
}

function lineOf(t: Texts, { of, name, kind, fields }: Change) {
  const what = of === 'service' ? t('organisations.import.service') : t('organisations.one')
  const changed = fields.map((field) => t(`organisations.import.field.${field}`)).join(', ')
  return (
    <>
      {what} <Name>{name}</Name>: {kind === 'new' ? t('organisations.import.isNew') : changed}
    </>
  )
}

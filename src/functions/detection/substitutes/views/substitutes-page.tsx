import type { FilledForm } from '../../../../platform/http/index.ts'
import type { Colleague } from '../../../../platform/identity/index.ts'
import type { Texts } from '../../../../platform/messages/index.ts'
import {
  BackLink,
  Button,
  ButtonRow,
  DateField,
  EmptyState,
  ErrorSummary,
  Form,
  Heading,
  Lead,
  Section,
  Select,
  Stack,
  Table,
} from '../../../../ui/index.ts'
import type { Substitute } from '../substitute.ts'

type Props = {
  readonly t: Texts
  readonly colleagues: readonly Colleague[]
  readonly substitutes: readonly Substitute[]
  readonly head: string | null
  readonly form: FilledForm
}

/** Nobody is alone: who stands in during an absence, and who gets what is late. */
export function SubstitutesPage({ t, colleagues, substitutes, head, form }: Props) {
  const choices = colleagues.map(({ userId, name }) => ({ value: userId, label: name }))
  return (
    <Stack>
      <BackLink href="/inbox" text={t('detection.inbox.title')} />
      <ErrorSummary title={t('form.summary')} errors={form.errors} />
      <Heading level={1}>{t('detection.substitutes.title')}</Heading>
      <Lead>{t('detection.substitutes.lead')}</Lead>
      <SubstituteTable t={t} colleagues={colleagues} substitutes={substitutes} />
      <Section title={t('detection.substitutes.add')}>
        <Form action="/substitutes" hidden={{ id: form.field('id').value }}>
          <Select {...form.field('userId')} label={t('detection.substitutes.who')} choices={choices} />
          <Select
            {...form.field('substituteUserId')}
            label={t('detection.substitutes.by')}
            emptyText={t('detection.substitutes.choose')}
            choices={choices}
          />
          <DateField
            {...form.field('awayFrom')}
            label={t('detection.substitutes.from')}
            hint={t('detection.substitutes.standingHint')}
          />
          <DateField {...form.field('awayUntil')} label={t('detection.substitutes.until')} />
          <ButtonRow>
            <Button>{t('detection.substitutes.save')}</Button>
          </ButtonRow>
        </Form>
      </Section>
      <Section title={t('detection.substitutes.head')}>
        <Form action="/substitutes/head-of-service">
          <Select
            {...form.field('head')}
            label={t('detection.substitutes.headWho')}
            hint={t('detection.substitutes.headHint')}
            value={head}
            emptyText={t('detection.filter.nobody')}
            choices={choices}
          />
          <ButtonRow>
            <Button look="secondary">{t('detection.substitutes.save')}</Button>
          </ButtonRow>
        </Form>
      </Section>
    </Stack>
  )
}

function SubstituteTable({ t, colleagues, substitutes }: Pick<Props, 't' | 'colleagues' | 'substitutes'>) {
  const nameOf = (id: string) => colleagues.find(({ userId }) => userId === id)?.name ?? t('detection.filter.colleague')
  if (substitutes.length === 0) return <EmptyState title={t('detection.substitutes.none')} icon="users" />
  return (
    <Table
      caption={t('detection.substitutes.title')}
      captionHidden
      rows={substitutes}
      rowKey={({ id }) => id}
      columns={[
        { key: 'who', heading: t('detection.substitutes.who'), cell: ({ userId }) => nameOf(userId), rowHeader: true },
        { key: 'by', heading: t('detection.substitutes.by'), cell: ({ substituteUserId }) => nameOf(substituteUserId) },
        { key: 'when', heading: t('detection.substitutes.when'), cell: (one) => period(t, one) },
        {
          key: 'remove',
          heading: t('detection.substitutes.remove'),
          headingHidden: true,
          cell: ({ id, userId }) => (
            <Form action={`/substitutes/${id}/removal`} look="inline">
              <Button look="quiet" about={nameOf(userId)}>
                {t('detection.substitutes.remove')}
              </Button>
            </Form>
          ),
        },
      ]}
    />
  )
}

function period(t: Texts, { awayFrom, awayUntil }: Substitute): string {
  return awayFrom && awayUntil
    ? t('detection.substitutes.period', { from: t.day(awayFrom), until: t.day(awayUntil) })
    : t('detection.substitutes.standing')
}

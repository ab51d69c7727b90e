import type { FilledForm } from '../../../platform/http/index.ts'
import type { Texts } from '../../../platform/messages/index.ts'
import {
  BackLink,
  Button,
  ButtonRow,
  CheckboxGroup,
  DescriptionList,
  ErrorSummary,
  Form,
  Heading,
  Lead,
  Link,
  LinkButton,
  Notice,
  Section,
  Select,
  Stack,
  Status,
  Table,
} from '../../../ui/index.ts'
import { type Proposal, type ProposalItem, reasonsToKeep } from '../proposal-store.ts'
import type { SelectionRule } from '../rule-store.ts'
import { termWords } from './term-words.ts'

type Props = {
  readonly t: Texts
  readonly proposal: Proposal
  readonly items: readonly ProposalItem[]
  readonly rule: SelectionRule | undefined
  readonly names: ReadonlyMap<string, string>
  readonly mayCheck: boolean
  readonly mayApprove: boolean
  readonly mayDrop: boolean
  /** Knows the people, so may open one before deciding. */
  readonly mayOpen: boolean
  readonly form: FilledForm
}

/** What is proposed to be deleted, under which rule, and the two decisions. */
export function ProposalPage(props: Props) {
  const { t, proposal, items, mayCheck, form } = props
  return (
    <Stack gap="large">
      <Stack>
        <BackLink href="/retention" text={t('retention.title')} />
        <Heading level={1}>{t('retention.proposal')}</Heading>
        <ErrorSummary title={t('form.summary')} errors={form.errors} />
        <Lead>{t('retention.proposal.lead', { records: proposal.records - proposal.kept })}</Lead>
        <Status word={t(`retention.state.${proposal.state}`)} />
      </Stack>
      <DescriptionList items={factsOf(props)} />
      {proposal.state === 'approved' ? <Notice>{t('retention.underWay')}</Notice> : null}
      {proposal.state === 'executed' ? (
        <ButtonRow>
          <LinkButton href={`/retention/certificates/${proposal.id}`} look="primary" icon="file-text">
            {t('retention.certificate')}
          </LinkButton>
        </ButtonRow>
      ) : null}
      {mayCheck ? <CheckForm {...props} /> : <Items t={t} items={items} />}
      <Decisions {...props} />
    </Stack>
  )
}

function CheckForm({ t, proposal, items, mayOpen, form }: Props) {
  const open = pageOfSeries[proposal.series]
  return (
    <Section title={t('retention.check')}>
      <p>{t('retention.check.hint')}</p>
      {open && mayOpen ? <Items t={t} items={items} open={open} /> : null}
      <Form action={`/retention/proposals/${proposal.id}/check`} hidden={{ version: String(proposal.version) }}>
        <CheckboxGroup
          {...form.list('kept')}
          label={t('retention.check.keep')}
          choices={items.map(({ subjectId, closedOn }) => ({
            value: subjectId,
            label: t('retention.item', { id: subjectId.slice(-12), day: t.day(closedOn) }),
          }))}
        />
        <Select
          {...form.field('because')}
          label={t('retention.check.because')}
          emptyText={t('retention.check.nothingKept')}
          choices={reasonsToKeep.map((reason) => ({ value: reason, label: t(`retention.reason.${reason}`) }))}
        />
        <ButtonRow>
          <Button>{t('retention.check.save')}</Button>
        </ButtonRow>
      </Form>
    </Section>
  )
}

/** Where who checks can look at one record; of the others only their number and day are shown. */
const pageOfSeries: Readonly<Partial<Record<Proposal['series'], string>>> = {
  'people in guidance': '/people/',
  'requests about own data': '/rights/',
  volunteers: '/volunteers/',
}

function Decisions({ t, proposal, mayApprove, mayDrop }: Props) {
  const hidden = { version: String(proposal.version) }
  return (
    <Stack>
      {mayApprove ? (
        <Form action={`/retention/proposals/${proposal.id}/approval`} hidden={hidden}>
          <p>{t('retention.approve.hint')}</p>
          <ButtonRow>
            <Button look="danger">{t('retention.approve', { records: proposal.records - proposal.kept })}</Button>
          </ButtonRow>
        </Form>
      ) : null}
      {proposal.state === 'checked' && !mayApprove ? <Notice>{t('retention.approve.other')}</Notice> : null}
      {mayDrop ? (
        <Form action={`/retention/proposals/${proposal.id}/dropping`} hidden={hidden}>
          <ButtonRow>
            <Button look="quiet">{t('retention.drop')}</Button>
          </ButtonRow>
        </Form>
      ) : null}
    </Stack>
  )
}

type ItemsProps = { readonly t: Texts; readonly items: readonly ProposalItem[]; readonly open?: string }

function Items({ t, items, open }: ItemsProps) {
  return (
    <Table
      caption={t('retention.items')}
      rows={items}
      rowKey={({ subjectId }) => subjectId}
      columns={[
        {
          key: 'id',
          heading: t('retention.record'),
          rowHeader: true,
          cell: ({ subjectId }) =>
            open ? <Link href={`${open}${subjectId}`}>{subjectId.slice(-12)}</Link> : subjectId.slice(-12),
        },
        { key: 'closed', heading: t('retention.closedOn'), cell: ({ closedOn }) => t.day(closedOn) },
        {
          key: 'kept',
          heading: t('retention.kept'),
          cell: ({ keptBecause }) => (keptBecause ? t(`retention.reason.${keptBecause}`) : t('retention.kept.no')),
        },
      ]}
    />
  )
}

function factsOf({ t, proposal, rule, names }: Props) {
  const nameOf = (id: string | null) =>
    id ? (names.get(id) ?? t('retention.formerColleague')) : t('retention.nobodyYet')
  return [
    { term: t('retention.series'), value: t(`retention.seriesName.${proposal.series.replaceAll(' ', '-')}`) },
    ...(rule
      ? [
          { term: t('retention.term'), value: termWords(t, rule.term) },
          { term: t('retention.rule.reference'), value: rule.reference },
          { term: t('retention.rule.motivation'), value: rule.motivation },
          { term: t('retention.rule.decidedBy'), value: `${rule.decidedBy}, ${t.day(rule.decidedOn)}` },
        ]
      : []),
    { term: t('retention.checkedBy'), value: nameOf(proposal.checkedBy) },
    { term: t('retention.approvedBy'), value: nameOf(proposal.approvedBy) },
  ]
}

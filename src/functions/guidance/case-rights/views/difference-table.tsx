import { freshness } from '@meernet/rights-belgium'
import type { Difference, Explainer, Model } from '@meernet/rights-engine'
import type { Texts } from '../../../../platform/messages/index.ts'
import { Disclosure, Hint, List, Notice, Stack, Table } from '../../../../ui/index.ts'
import { said } from '../../rights-check/check-words.ts'
import type { Comparison, Side } from '../comparison.ts'
import { changedTexts, missingText, tellingOn } from './reason-words.ts'
import { isOpen, rightName, somebodyName, standing } from './rights-names.ts'

type Props = {
  readonly t: Texts
  readonly model: Model
  readonly comparison: Comparison
  /** What the two sides are called: two days, "toen" and "nu". */
  readonly names: readonly [string, string]
}

/** What differs, right by right: how it stood, how it stands, and which conditions made it so. */
export function DifferenceTable({ t, model, comparison, names }: Props) {
  const { differences, same, after } = comparison
  const [before, now] = names
  const telling = tellingOn(t, model, after.date)
  const stood = (side: Side, subject: string, outcome: Difference['after']) =>
    isThere(side, subject) ? standing(t, outcome) : t('guidance.caseRights.status.notThere')
  return (
    <Stack>
      {differences.length === 0 ? (
        <Notice kind="info">
          <p>{t('guidance.caseRights.difference.none')}</p>
        </Notice>
      ) : (
        <Table
          caption={t('guidance.caseRights.difference.caption', { before, now })}
          columns={[
            {
              key: 'right',
              heading: t('guidance.caseRights.difference.right'),
              rowHeader: true,
              cell: ({ right, subject }: Difference) =>
                `${rightName(t, model, right)} (${somebodyName(t, comparison.people, subject)})`,
            },
            {
              key: 'before',
              heading: before,
              cell: ({ before, subject }) => stood(comparison.before, subject, before),
            },
            { key: 'after', heading: now, cell: ({ after, subject }) => stood(comparison.after, subject, after) },
            {
              key: 'why',
              heading: t('guidance.caseRights.difference.why'),
              cell: (row) => <Why t={t} model={model} comparison={comparison} row={row} telling={telling} />,
            },
          ]}
          rows={differences}
          rowKey={({ right, subject }) => `${right} ${subject}`}
        />
      )}
      <Hint>{t('guidance.caseRights.difference.same', { count: same })}</Hint>
      <ToCheck t={t} model={model} comparison={comparison} />
    </Stack>
  )
}

type WhyProps = Pick<Props, 't' | 'model' | 'comparison'> & { readonly row: Difference; readonly telling: Explainer }

/** The conditions that speak otherwise; without one, which values or facts did it. */
function Why({ t, model, comparison, row, telling }: WhyProps) {
  const { changes, after, subject } = row
  if (!isThere(comparison.before, subject)) return t('guidance.caseRights.difference.came')
  if (!isThere(comparison.after, subject)) return t('guidance.caseRights.difference.left')
  const missing = changes.includes('known') && after ? missingText(t, model, after) : ''
  const lines = [
    ...changedTexts(t, model, telling, row),
    ...(changes.includes('amount') && !changes.includes('status') ? [t('guidance.caseRights.difference.amount')] : []),
    ...(missing ? [missing] : []),
    ...(changes.includes('age') && isOpenAndStale(after) ? [t('guidance.caseRights.difference.stale')] : []),
  ]
  return lines.length > 1 ? <List items={lines} look="bare" /> : (lines[0] ?? t('guidance.caseRights.difference.other'))
}

const isThere = ({ people }: Side, subject: string) =>
  subject === 'household' || subject === 'dwelling' || people.some(({ id }) => id === subject)

/** What is to be looked at again on these days: rights that otherwise stand the same, and the values behind what differs. */
function ToCheck({ t, model, comparison }: Pick<Props, 't' | 'model' | 'comparison'>) {
  const { differences, agedOnly, before, after } = comparison
  const aged = [...new Set(agedOnly.filter((row) => row.after?.stale).map(({ right }) => rightName(t, model, right)))]
  const rights = [...new Set(differences.map(({ right }) => right))]
  const values = [before, after].flatMap((side) => staleText(t, model, side, rights))
  if (aged.length + values.length === 0) return null
  return (
    <Disclosure summary={t('guidance.caseRights.difference.toCheckTitle')}>
      <List
        items={[
          ...(aged.length > 0 ? [t('guidance.caseRights.difference.aged', { rights: t.list(aged) })] : []),
          ...values,
        ]}
      />
    </Disclosure>
  )
}

/** The values of the law behind these rights that are probably not the newest on the day. */
function staleText(t: Texts, model: Model, { date, parameters }: Side, rights: readonly string[]): readonly string[] {
  const stale = new Set(freshness(model, date).stale.map(({ parameter }) => parameter))
  const used = [...new Set(rights.flatMap((right) => parameters[right] ?? []))].filter((id) => stale.has(id))
  const nouns = used.map((id) => said(model.parameters[id]?.noun, t.language))
  return nouns.length > 0
    ? [t('guidance.caseRights.difference.toCheck', { day: t.day(date), values: t.list(nouns) })]
    : []
}

const isOpenAndStale = (outcome: Difference['after']) => outcome !== null && isOpen(outcome) && outcome.stale

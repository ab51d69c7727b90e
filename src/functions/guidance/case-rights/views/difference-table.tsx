import { freshness } from '@meernet/rights-belgium'
import { type Difference, explainer, type Model, type ReasonChange } from '@meernet/rights-engine'
import type { Texts } from '../../../../platform/messages/index.ts'
import { Disclosure, Hint, List, Notice, Stack, Table } from '../../../../ui/index.ts'
import { said, saidFirst } from '../../rights-check/check-words.ts'
import type { Comparison, Side } from '../comparison.ts'
import { capital, isOpen, rightName, somebodyName, standing } from './rights-names.ts'

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
  const tellings = [comparison.before, after].map(({ date }) => explainer(model, tongueOf(t), date))
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
            { key: 'before', heading: before, cell: (row) => standing(t, row.before) },
            { key: 'after', heading: now, cell: (row) => standing(t, row.after) },
            {
              key: 'why',
              heading: t('guidance.caseRights.difference.why'),
              cell: (row) => <Why t={t} model={model} row={row} tellings={tellings} />,
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

const tongueOf = ({ language }: Texts) => (language === 'nl' || language === 'fr' ? language : 'en')

type WhyProps = Pick<Props, 't' | 'model'> & {
  readonly row: Difference
  readonly tellings: readonly ReturnType<typeof explainer>[]
}

/** The conditions that speak otherwise; without one, which values or facts did it. */
function Why({ t, model, row, tellings }: WhyProps) {
  const { right, changes } = row
  const reasons = row.reasons.filter(isTold).flatMap(({ condition, after }) => {
    const text = tellings[1]?.condition(right, condition, after ?? 'for') ?? ''
    if (text === '') return []
    return [after === null ? t('guidance.caseRights.difference.noLonger', { what: text }) : capital(text)]
  })
  const known = changes.includes('known') ? missingText(t, model, row) : ''
  const lines = [
    ...reasons,
    ...(changes.includes('amount') && !changes.includes('status') ? [t('guidance.caseRights.difference.amount')] : []),
    ...(known ? [known] : []),
    ...(changes.includes('age') && isOpenAndStale(row.after) ? [t('guidance.caseRights.difference.stale')] : []),
  ]
  return lines.length > 1 ? <List items={lines} /> : (lines[0] ?? t('guidance.caseRights.difference.other'))
}

/** A reason of one side only tells something where it is a doubt: the other was not kept, or not looked at. */
const isTold = ({ before, after }: ReasonChange) =>
  (before !== null && after !== null) || (before ?? after) === 'unknown'

function missingText(t: Texts, model: Model, { after }: Difference): string {
  const nouns = (after?.missing ?? []).flatMap((id) => {
    const words = id.startsWith('param:') ? model.parameters[id.slice(6)]?.noun : model.facts[id]?.noun
    return words ? [saidFirst(words, t.language)] : []
  })
  return nouns.length > 0
    ? t('guidance.caseRights.difference.missing', { facts: t.list(nouns.slice(0, 5), { areLabels: true }) })
    : ''
}

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

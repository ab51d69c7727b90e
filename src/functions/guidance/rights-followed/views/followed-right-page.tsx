import type { FilledForm } from '../../../../platform/http/index.ts'
import type { Texts } from '../../../../platform/messages/index.ts'
import {
  BackLink,
  Button,
  DateField,
  DescriptionList,
  ErrorSummary,
  Fieldset,
  Form,
  Link,
  List,
  NumberField,
  Panel,
  RadioGroup,
  Section,
  Select,
  Status,
} from '../../../../ui/index.ts'
import type { CaseHead } from '../../cases/case-page.ts'
import { CaseFrame, casePath, type Problem } from '../../cases/views/case-frame.tsx'
import { said } from '../../rights-check/check-words.ts'
import { lineLength } from '../../text-about-person.ts'
import { ShortText } from '../../views/short-text.tsx'
import { amountPeriods, followedStates, refusalReasons } from '../followed-right.ts'
import type { FollowedRight } from '../followed-right-store.ts'
import { askWords, documentsOf, rightOf, termNoun } from '../right-words.ts'
import { followedPath } from './followed-path.ts'
import { standingWords } from './standing-words.ts'

type Props = {
  readonly t: Texts
  readonly head: CaseHead
  readonly right: FollowedRight
  readonly form: FilledForm
  /** Where to go afterwards, when one came from closing the case. */
  readonly from?: string | undefined
  readonly problem?: Problem | undefined
}

/** One right: how to ask for it, what became of it, and by when it has to be asked. */
export function FollowedRightPage(props: Props) {
  const { t, head, right, form, problem } = props
  return (
    <CaseFrame t={t} head={head} current="rights" problem={problem}>
      <BackLink href={`${casePath(right.caseId, 'rights')}/followed`} text={t('guidance.followed.title')} />
      <ErrorSummary title={t('form.summary')} errors={form.errors} />
      <HowToAsk t={t} right={right} />
      <OutcomeForm {...props} />
      {head.care.state === 'closed' ? null : <TermForm {...props} />}
    </CaseFrame>
  )
}

function HowToAsk({ t, right }: Pick<Props, 't' | 'right'>) {
  const rule = rightOf(right.rightId)
  const documents = documentsOf(right.rightId, t.language)
  const address = rule?.ask.address
  return (
    <Section title={askWords(t, right.rightId)}>
      {rule ? (
        <DescriptionList
          items={[
            { term: t('guidance.followed.how'), value: said(rule.how, t.language) },
            ...(rule.terms ?? []).map(({ say }) => ({
              term: t('guidance.followed.term'),
              value: said(say, t.language),
            })),
            ...(documents.length > 0
              ? [{ term: t('guidance.followed.bring'), value: <List items={documents} look="bare" /> }]
              : []),
            ...(address ? [{ term: t('guidance.followed.site'), value: <Link href={address}>{address}</Link> }] : []),
          ]}
        />
      ) : (
        <p>{t('guidance.followed.leftCatalogue')}</p>
      )}
    </Section>
  )
}

/** Everything in one form, so that it works without script; what does not belong to the chosen state is left out when kept. */
function OutcomeForm({ t, right, form, from, problem }: Props) {
  return (
    <Section title={t('guidance.followed.outcome')}>
      {problem ? <StandsNow t={t} right={right} /> : null}
      <Form action={`${followedPath(right)}/outcome`} hidden={{ version: form.field('version').value, from }}>
        <RadioGroup
          {...form.field('state')}
          label={t('guidance.followed.question')}
          required
          choices={followedStates.map((state) => ({ value: state, label: t(`guidance.followed.choose.${state}`) }))}
        />
        <DateField {...form.field('askedOn')} label={t('guidance.followed.dayAsked')} max={t.today} />
        <Fieldset legend={t('guidance.followed.answer')} hint={t('guidance.followed.answerHint')}>
          <DateField {...form.field('answeredOn')} label={t('guidance.followed.dayAnswered')} max={t.today} />
          <NumberField
            {...form.field('amount')}
            decimal
            unit="€"
            label={t('guidance.followed.amount')}
            hint={t('guidance.followed.amountHint')}
            optionalText={t('guidance.optional')}
          />
          <Select
            {...form.field('per')}
            label={t('guidance.followed.paid')}
            emptyText={t('guidance.choose')}
            choices={amountPeriods.map((per) => ({ value: per, label: t(`guidance.followed.per.${per}`) }))}
          />
          <Select
            {...form.field('refusalReason')}
            label={t('guidance.followed.whyRefused')}
            emptyText={t('guidance.choose')}
            choices={refusalReasons.map((reason) => ({
              value: reason,
              label: t(`guidance.followed.refusal.${reason}`),
            }))}
          />
        </Fieldset>
        <ShortText
          t={t}
          {...form.field('words')}
          label={t('guidance.followed.words')}
          hint={t('guidance.followed.wordsHint')}
          maxLength={lineLength}
          rows={2}
          isOptional
        />
        <Button>{t('guidance.save')}</Button>
      </Form>
    </Section>
  )
}

/** What is kept of it now, beside a form that holds what was typed. */
function StandsNow({ t, right: { standing, words } }: Pick<Props, 't' | 'right'>) {
  return (
    <Panel>
      <p>
        <Status word={t(`guidance.followed.state.${standing.state}`)} /> {standingWords(t, standing)}
      </p>
      {words ? <p>{words}</p> : null}
    </Panel>
  )
}

/** The last day to ask; where it counts from a date, that date is asked and the day worked out. */
function TermForm({ t, right, form }: Props) {
  if (right.standing.state !== 'worthAsking') return null
  const noun = termNoun(right.rightId, t.language)
  return (
    <Section title={t('guidance.followed.termTitle')}>
      <p>{right.askBy ? t('guidance.followed.askBy', { day: t.day(right.askBy) }) : t('guidance.followed.noTerm')}</p>
      <Form action={`${followedPath(right)}/term`} hidden={{ version: form.field('version').value }}>
        {noun ? (
          <DateField
            {...form.field('day')}
            label={t('guidance.followed.day', { what: noun })}
            hint={t('guidance.followed.dayHint')}
          />
        ) : (
          <DateField
            {...form.field('askBy')}
            label={t('guidance.followed.lastDay')}
            hint={t('guidance.followed.lastDayHint')}
          />
        )}
        <Button look="secondary">{t('guidance.followed.keepTerm')}</Button>
      </Form>
    </Section>
  )
}

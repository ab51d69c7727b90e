import type { Compared, Model } from '@meernet/rights-engine'
import type { Texts } from '../../../../platform/messages/index.ts'
import {
  BackLink,
  Button,
  ButtonRow,
  DescriptionList,
  Disclosure,
  EmptyState,
  Form,
  LinkButton,
  List,
  Notice,
  Section,
  Stack,
  Table,
} from '../../../../ui/index.ts'
import type { CaseHead } from '../../cases/case-page.ts'
import { CaseFrame, casePath } from '../../cases/views/case-frame.tsx'
import { said } from '../../rights-check/check-words.ts'
import { type ShownRight, shownResults } from '../../rights-check/results.ts'
import type { KeptCheck } from '../kept-check.ts'
import { AnotherDayForm } from './another-day-form.tsx'
import { againstTexts, openTexts, tellingOn } from './reason-words.ts'
import { rightName, somebodyName, standing } from './rights-names.ts'

type Props = {
  readonly t: Texts
  readonly head: CaseHead
  readonly model: Model
  readonly check: KeptCheck
  /** Whether rules or amounts changed since. */
  readonly isOfOlderRules: boolean
}

/** A check as it came out then, and what can be asked of it now. */
export function KeptCheckPage({ t, head, model, check, isOfOlderRules }: Props) {
  const { care, nameOf } = head
  const path = casePath(care.id, 'rights')
  const { worthAsking } = shownResults(model, check.outcomes)
  const open = worthAsking.filter(standsOpen)
  const rest = worthAsking.filter((right) => !open.includes(right))
  const groups = {
    open: open.flatMap(({ outcomes }) => outcomes),
    rest: rest.flatMap(({ outcomes }) => outcomes),
    already: check.outcomes.filter(({ status }) => status === 'already'),
    unlikely: check.outcomes.filter(({ status }) => status === 'unlikely'),
  }
  return (
    <CaseFrame t={t} head={head} current="rights">
      <Stack gap="large">
        <BackLink href={path} text={t('guidance.tab.rights')} />
        <Section title={t('guidance.caseRights.history.of', { day: t.day(check.checkedOn) })}>
          <DescriptionList
            items={[
              { term: t('guidance.caseRights.check.by'), value: nameOf(check.byUser) || t('guidance.somebody') },
              { term: t('guidance.caseRights.check.at'), value: t.moment(check.at) },
              { term: t('guidance.caseRights.check.answers'), value: answersText(t, check) },
            ]}
          />
          <Notice kind="info">
            <p>{t('guidance.caseRights.check.noPromise')}</p>
            {isOfOlderRules ? <p>{t('guidance.caseRights.check.olderRules')}</p> : null}
          </Notice>
        </Section>
        <ButtonRow>
          <Button look="quiet" icon="printer" prints>
            {t('guidance.caseRights.print')}
          </Button>
        </ButtonRow>
        <Section title={t('guidance.caseRights.check.open')}>
          {groups.open.length === 0 ? (
            <EmptyState
              title={t('guidance.caseRights.check.nothing')}
              text={t('guidance.caseRights.check.nothingNext')}
            />
          ) : (
            <Outcomes t={t} model={model} check={check} outcomes={groups.open} caption="open" />
          )}
          {groups.rest.length > 0 ? (
            <Disclosure summary={t('guidance.caseRights.check.rest', { count: rest.length })}>
              <Outcomes t={t} model={model} check={check} outcomes={groups.rest} caption="open" />
            </Disclosure>
          ) : null}
        </Section>
        {groups.already.length > 0 ? (
          <Section title={t('guidance.caseRights.check.already')}>
            <List items={groups.already.map((outcome) => named(t, model, check, outcome))} />
          </Section>
        ) : null}
        {groups.unlikely.length > 0 ? (
          <Disclosure summary={t('guidance.caseRights.check.unlikely', { count: groups.unlikely.length })}>
            <Outcomes t={t} model={model} check={check} outcomes={groups.unlikely} caption="unlikelyCaption" />
          </Disclosure>
        ) : null}
        {check.told ? <WithAnswers t={t} caseId={care.id} check={check} told={check.told} /> : null}
      </Stack>
    </CaseFrame>
  )
}

/** Few answers leave nearly every right possible: what is worth most stands open, and what is likely always. */
const standsOpen = ({ status }: ShownRight<Compared>, place: number) => status === 'likely' || place < 8

function answersText(t: Texts, { kept, told }: KeptCheck): string {
  if (told) return t(`guidance.caseRights.kept.${kept}`)
  return t(kept === 'nothing' ? 'guidance.caseRights.kept.nothing' : 'guidance.caseRights.check.answersGone')
}

const named = (t: Texts, model: Model, { people }: KeptCheck, { right, subject }: Compared) =>
  `${rightName(t, model, right)} (${somebodyName(t, people, subject)})`

type OutcomesProps = Pick<Props, 't' | 'model' | 'check'> & {
  readonly outcomes: readonly Compared[]
  readonly caption: 'open' | 'unlikelyCaption'
}

function Outcomes({ t, model, check, outcomes, caption }: OutcomesProps) {
  const telling = tellingOn(t, model, check.checkedOn)
  const reasons = (row: Compared) =>
    caption === 'open' ? openTexts(t, model, telling, row) : againstTexts(telling, row)
  return (
    <Table
      caption={t(`guidance.caseRights.check.${caption}`)}
      captionHidden
      columns={[
        {
          key: 'right',
          heading: t('guidance.caseRights.difference.right'),
          rowHeader: true,
          cell: (row) => named(t, model, check, row),
        },
        { key: 'standing', heading: t('guidance.caseRights.check.standing'), cell: (row) => standing(t, row) },
        {
          key: 'ask',
          heading: t('guidance.caseRights.check.ask'),
          cell: (row) => said(model.rights[row.right]?.ask.body, t.language),
        },
        {
          key: 'why',
          heading: t(`guidance.caseRights.check.${caption === 'open' ? 'stillOpen' : 'whyNot'}`),
          cell: (row) => <List items={reasons(row)} look="bare" />,
        },
      ]}
      rows={outcomes}
      rowKey={({ right, subject }) => `${right} ${subject}`}
    />
  )
}

type WithAnswersProps = Pick<Props, 't' | 'check'> & {
  readonly caseId: string
  readonly told: NonNullable<KeptCheck['told']>
}

/** What can be done while the answers are kept: another day, another situation, or letting them go. */
function WithAnswers({ t, caseId, check, told }: WithAnswersProps) {
  const path = casePath(caseId, 'rights')
  return (
    <>
      <AnotherDayForm t={t} caseId={caseId} told={told} hidden={{ check: check.id }} />
      <Section title={t('guidance.caseRights.whatIf.title')}>
        <p>{t('guidance.caseRights.whatIf.text')}</p>
        <ButtonRow>
          <LinkButton href={`${path}/questions?base=${check.id}`} look="secondary">
            {t('guidance.caseRights.whatIf.begin')}
          </LinkButton>
        </ButtonRow>
      </Section>
      <Section title={t('guidance.caseRights.forget.title')}>
        <p>{t('guidance.caseRights.forget.text')}</p>
        <Form action={`${path}/answers/removal`}>
          <Button look="danger">{t('guidance.caseRights.forget.do')}</Button>
        </Form>
      </Section>
    </>
  )
}

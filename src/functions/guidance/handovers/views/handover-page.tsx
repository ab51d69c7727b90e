import { DescriptionList, ErrorSummary, Heading, Panel, Section, Status, Tag } from '../../../../ui/index.ts'
import { CaseFrame } from '../../cases/views/case-frame.tsx'
import { DueOn } from '../../views/due-on.tsx'
import { bridgingDays, possibleActs } from '../handover.ts'
import { AgreementAct } from './agreement-act.tsx'
import type { HandoverPageProps } from './handover-page-props.ts'
import { LinkPanel } from './link-panel.tsx'
import { ArrivalActs, IntroductionAct, OutcomeAct, WithdrawalAct } from './sender-acts.tsx'
import { SharedText } from './shared-text.tsx'

/** One handover on the sender's side: how far it is, and the one or two things that can happen next. */
export function HandoverPage(props: HandoverPageProps) {
  const { t, head, handover, form, problem } = props
  const possible = possibleActs(handover.state)
  return (
    <CaseFrame t={t} head={head} current="handovers" problem={problem}>
      <Heading level={2}>{t('guidance.handover.title', { organisation: handover.organisationName })}</Heading>
      <ErrorSummary title={t('form.summary')} errors={form.errors} />
      <Facts {...props} />
      {possible.includes('agree') ? <AgreementAct {...props} /> : null}
      {possible.includes('introduce') ? <IntroductionAct {...props} /> : null}
      {!handover.receiverZoneId && (handover.state === 'agreed' || handover.state === 'introduced') ? (
        <LinkPanel {...props} />
      ) : null}
      {possible.includes('arrive') ? <ArrivalActs {...props} /> : null}
      {possible.includes('conclude') ? <OutcomeAct {...props} /> : null}
      <Section title={t(handover.state === 'proposed' ? 'guidance.handover.wouldShare' : 'guidance.handover.isShared')}>
        <Panel>
          <SharedText t={t} shared={handover.shared} />
        </Panel>
      </Section>
      {possible.includes('withdraw') ? <WithdrawalAct {...props} /> : null}
    </CaseFrame>
  )
}

function Facts({ t, head, handover }: HandoverPageProps) {
  const { introduced, refusal, outcome, arrivalDueOn, state } = handover
  const days = bridgingDays(handover.bridgingSince, handover.bridgingUntil, t.today)
  return (
    <DescriptionList
      items={[
        {
          term: t('guidance.handover.state'),
          value: <Status word={t(`guidance.handover.state.${state}`)} weight="strong" />,
        },
        { term: t('guidance.handover.contact'), value: handover.receiverContact ?? undefined },
        { term: t('guidance.handover.returnsTo'), value: head.nameOf(handover.returnsTo) },
        {
          term: t('guidance.handover.introduction'),
          value: introduced ? t(`guidance.introduced.${introduced.how}`, { day: t.day(introduced.on) }) : undefined,
        },
        {
          term: t('guidance.handover.answer'),
          value:
            handover.answeredAt && handover.answeredBy
              ? t('guidance.byOn', { name: handover.answeredBy, moment: t.moment(handover.answeredAt) })
              : undefined,
        },
        {
          term: t('guidance.handover.refusal'),
          value: refusal
            ? [t(`guidance.refusal.${refusal.reason}`), refusal.words].filter(Boolean).join(' · ')
            : undefined,
        },
        {
          term: t('guidance.handover.arrivalCheck'),
          value: state === 'accepted' && arrivalDueOn ? <DueOn t={t} day={arrivalDueOn} /> : undefined,
        },
        { term: t('guidance.handover.arrivedOn'), value: handover.arrivedOn ? t.day(handover.arrivedOn) : undefined },
        {
          term: t('guidance.handover.waiting'),
          value:
            handover.waitingWeeks === null ? undefined : t('guidance.handover.weeks', { weeks: handover.waitingWeeks }),
        },
        {
          term: t('guidance.handover.bridging'),
          value: days === undefined ? undefined : <Tag>{t('guidance.handover.bridgingDays', { days })}</Tag>,
        },
        {
          term: t('guidance.handover.outcome'),
          value: outcome
            ? [t(`guidance.outcome.${outcome.outcome}`), outcome.words].filter(Boolean).join(' · ')
            : undefined,
        },
      ]}
    />
  )
}

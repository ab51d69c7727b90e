import type { Texts } from '../../../platform/messages/index.ts'
import {
  BackLink,
  ButtonRow,
  Columns,
  DescriptionList,
  ErrorSummary,
  Heading,
  Link,
  LinkButton,
  Notice,
  Section,
  Stack,
} from '../../../ui/index.ts'
import { answerBy, hasSubject, type RightsRequest } from '../request.ts'
import { CardSection } from './card-section.tsx'
import { NameSection } from './name-section.tsx'
import { AnswerForm, ExtensionForm, FreezingForms, ObjectionForm } from './request-forms.tsx'
import { pageOf, type RequestPageProps } from './request-page-props.ts'

/** One request: what was asked, by when to answer, what to do for it, and the answer. */
export function RequestPage(props: RequestPageProps) {
  const { t, request, about, frozenOn, form, refusal } = props
  const isOpen = request.answeredOn === null
  return (
    <Stack gap="large">
      <Stack>
        <BackLink href="/rights" text={t('rights.title')} />
        <Heading level={1}>{t(`rights.kind.${request.kind}`)}</Heading>
        <ErrorSummary title={t('form.summary')} errors={form.errors} />
        {refusal ? (
          <Notice kind="attention" announce title={t('rights.refused')}>
            <p>{t(refusal)}</p>
          </Notice>
        ) : null}
        {frozenOn ? (
          <Notice kind="attention">
            <p>{t('rights.frozenSince', { day: t.day(frozenOn) })}</p>
            {request.volunteerId ? <p>{t('rights.frozenVolunteer')}</p> : null}
          </Notice>
        ) : null}
      </Stack>
      <Columns aside={<DescriptionList look="below" items={factsOf(t, request, about)} />}>
        <Stack gap="large">
          {request.ask ? (
            <Section title={t('rights.ask')}>
              <p>{request.ask}</p>
            </Section>
          ) : null}
          {isOpen ? <WhatToDo {...props} /> : <FreezingEnds {...props} />}
          {isOpen ? <AnswerForm t={t} request={request} form={form} /> : <Answer t={t} request={request} />}
          {isOpen && props.mayExtend ? <ExtensionForm t={t} request={request} form={form} /> : null}
        </Stack>
      </Columns>
    </Stack>
  )
}

/** What this kind of request asks to do, where it is done. */
function WhatToDo(props: RequestPageProps) {
  const { t, request, about, frozenOn, mayOpenCopy } = props
  const changing = frozenOn === null ? about : undefined
  return (
    <Section title={t('rights.whatToDo')}>
      <p>{t(todoKey(props))}</p>
      {mayOpenCopy ? (
        <ButtonRow>
          <LinkButton href={`/rights/${request.id}/held`} icon="eye">
            {t('rights.openHeld')}
          </LinkButton>
        </ButtonRow>
      ) : null}
      {changing?.kind === 'volunteer' && (request.kind === 'correct' || request.kind === 'object') ? (
        <ButtonRow>
          <LinkButton href={`/volunteers/${changing.id}/edit`} icon="pencil">
            {t('rights.toVolunteer')}
          </LinkButton>
        </ButtonRow>
      ) : null}
      {changing?.kind === 'person' && (request.kind === 'correct' || request.kind === 'withdraw') ? (
        <ButtonRow>
          <LinkButton href={`/people/${changing.id}${request.kind === 'correct' ? '/contact' : ''}`} icon="pencil">
            {t(request.kind === 'correct' ? 'rights.toContact' : 'rights.toAgreements')}
          </LinkButton>
        </ButtonRow>
      ) : null}
      {request.kind === 'restrict' ? <FreezingForms {...props} /> : null}
      {request.kind === 'object' && props.mayStopVisits ? (
        <ObjectionForm t={t} id={request.id} stoppedOn={props.visitsStoppedOn} />
      ) : null}
      <NameSection {...props} />
      <CardSection {...props} />
    </Section>
  )
}

/** A restriction outlives the answer: letting go is done here, too. */
function FreezingEnds(props: RequestPageProps) {
  const { t, request, frozenOn } = props
  if (request.kind !== 'restrict' || frozenOn === null) return null
  return (
    <Section title={t('rights.whatToDo')}>
      <p>{t('rights.todo.restrictEnds')}</p>
      <FreezingForms {...props} />
    </Section>
  )
}

/** Freezing is of somebody who is known here; for others it is done elsewhere. */
function todoKey({ request, frozenOn, mayStopVisits }: RequestPageProps): string {
  const { kind } = request
  if (!hasSubject(request) && kind in elsewhere) return `rights.todo.${kind}Other`
  if (kind === 'object' && request.volunteerId) return 'rights.todo.objectVolunteer'
  if (kind === 'withdraw' && request.personId === null) return 'rights.todo.withdrawCard'
  if (kind === 'object' && request.personId === null && !mayStopVisits) return 'rights.todo.objectCard'
  return kind === 'restrict' && frozenOn !== null ? 'rights.todo.restrictEnds' : `rights.todo.${kind}`
}

/** Kinds that ask another thing of somebody who is in no register. */
const elsewhere = { view: true, copy: true, correct: true, restrict: true, object: true, withdraw: true } as const

function Answer({ t, request }: Pick<RequestPageProps, 't' | 'request'>) {
  const { answeredOn, outcome, answer } = request
  if (answeredOn === null || outcome === null) return null
  return (
    <Section title={t('rights.answer')}>
      <p>{t('rights.answeredOn', { day: t.day(answeredOn), outcome: t(`rights.outcome.${outcome}`) })}</p>
      <p>{answer}</p>
    </Section>
  )
}

function factsOf(t: Texts, request: RightsRequest, about: RequestPageProps['about']) {
  const due = answerBy(request)
  const isLate = request.answeredOn === null && due < t.today
  return [
    {
      term: t('rights.who'),
      value: about ? <Link href={pageOf(about)}>{about.name}</Link> : whoElse(t, request),
    },
    ...(request.asker && hasSubject(request) ? [{ term: t('rights.asker'), value: request.asker }] : []),
    {
      term: t('rights.answerBy'),
      value: isLate ? t('rights.answerByLate', { day: t.day(due) }) : t.day(due),
    },
    { term: t('rights.receivedOn'), value: t.day(request.receivedOn) },
    { term: t('rights.channel'), value: t(`rights.channel.${request.channel}`) },
    { term: t('rights.identity'), value: t(`rights.identity.${request.identityChecked}`) },
    ...(request.freedOn && request.freedBecause
      ? [
          {
            term: t('rights.freed'),
            value: t('rights.freedOn', {
              day: t.day(request.freedOn),
              because: t(`rights.free.because.${request.freedBecause}`),
            }),
          },
        ]
      : []),
    ...(request.extension ? [{ term: t('rights.extension'), value: request.extension }] : []),
  ]
}

function whoElse(t: Texts, { asker, cardId, personId, volunteerId, channel }: RightsRequest): string {
  if (personId || volunteerId) return t('rights.who.hidden')
  if (cardId) return t(channel === 'cardCode' ? 'rights.who.cardHolder' : 'rights.who.card')
  return asker ?? t('rights.who.deleted')
}

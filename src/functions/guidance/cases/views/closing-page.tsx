import { choicesOn, type DatedContent } from '../../../../platform/content/dated-content.ts'
import type { FilledForm } from '../../../../platform/http/index.ts'
import type { Texts } from '../../../../platform/messages/index.ts'
import {
  causeTypeContent,
  competentLevelContent,
  groupContent,
  policyThemeContent,
} from '../../../../registers/frameworks/index.ts'
import {
  Button,
  ButtonRow,
  CheckboxGroup,
  Checklist,
  DescriptionList,
  ErrorSummary,
  Fieldset,
  Form,
  Notice,
  RadioGroup,
  Section,
  Select,
} from '../../../../ui/index.ts'
import { type FollowedRight, RightsNotAsked } from '../../rights-followed/index.ts'
import { lineLength } from '../../text-about-person.ts'
import { ShortText } from '../../views/short-text.tsx'
import type { CaseHead } from '../case-page.ts'
import { type ClosingGround, closingOutcomes, mayClose } from '../closing.ts'
import type { Closing } from '../closing-store.ts'
import { descriptionLength } from '../forms.ts'
import { CaseFrame, casePath, type Problem } from './case-frame.tsx'

type Props = {
  readonly t: Texts
  readonly head: CaseHead
  readonly closing: Closing | undefined
  readonly ground: Pick<ClosingGround, 'results' | 'handoversUnderWay' | 'rightsNotAsked'>
  /** Rights found worth asking for of which nobody said yet what happens with them. */
  readonly rightsNotAsked: readonly FollowedRight[]
  readonly form: FilledForm
  readonly problem?: Problem | undefined
}

/** Ending a case, with what must be in order first; or how it ended, and opening it again. */
export function ClosingPage(props: Props) {
  const { t, head, closing, form, problem } = props
  return (
    <CaseFrame t={t} head={head} current="closing" problem={problem}>
      <ErrorSummary title={t('form.summary')} errors={form.errors} />
      {closing ? <Closed {...props} closing={closing} /> : <ToClose {...props} />}
    </CaseFrame>
  )
}

function ToClose({ t, head, ground, rightsNotAsked, form }: Props) {
  const { care } = head
  return (
    <>
      <Section title={t('guidance.closing.inOrder')}>
        <Checklist
          doneText={t('guidance.closing.done')}
          openText={t('guidance.closing.toDo')}
          items={orderItems(t, head, ground)}
        />
      </Section>
      <RightsNotAsked t={t} rights={rightsNotAsked} />
      <Form
        action={casePath(care.id, 'closing')}
        hidden={{
          id: form.field('id').value,
          signalId: form.field('signalId').value,
          version: form.field('version').value,
        }}
      >
        <RadioGroup
          {...form.field('outcome')}
          label={t('guidance.closing.outcome')}
          hint={t('guidance.closing.outcomeHint')}
          required
          choices={closingOutcomes.map((outcome) => ({
            value: outcome,
            label: t(`guidance.closing.outcome.${outcome}`),
          }))}
        />
        <RadioGroup
          {...form.field('preventable')}
          label={t('guidance.policy.question')}
          hint={t('guidance.policy.hint')}
          required
          inline
          choices={[
            { value: 'yes', label: t('guidance.yes') },
            { value: 'no', label: t('guidance.no') },
          ]}
        />
        <PolicyFields t={t} form={form} />
        <ButtonRow>
          <Button>{t('guidance.closing.close')}</Button>
        </ButtonRow>
      </Form>
    </>
  )
}

function PolicyFields({ t, form }: Pick<Props, 't' | 'form'>) {
  const choices = (content: DatedContent) => choicesOn(content, t.today, t.language)
  return (
    <Fieldset legend={t('guidance.policy.ifYes')} hint={t('guidance.policy.ifYesHint')}>
      <Select
        {...form.field('theme')}
        label={t('guidance.policy.theme')}
        emptyText={t('guidance.choose')}
        choices={choices(policyThemeContent)}
      />
      <Select
        {...form.field('causeType')}
        label={t('guidance.policy.causeType')}
        emptyText={t('guidance.choose')}
        choices={choices(causeTypeContent)}
      />
      <Select
        {...form.field('competentLevel')}
        label={t('guidance.policy.competentLevel')}
        hint={t('guidance.policy.competentLevelHint')}
        emptyText={t('guidance.choose')}
        choices={choices(competentLevelContent)}
      />
      <CheckboxGroup
        {...form.list('groups')}
        label={t('guidance.policy.groups')}
        hint={t('guidance.policy.groupsHint')}
        choices={choices(groupContent)}
      />
      <ShortText
        t={t}
        {...form.field('description')}
        label={t('guidance.policy.description')}
        hint={t('guidance.policy.descriptionHint')}
        maxLength={descriptionLength}
        rows={5}
      />
    </Fieldset>
  )
}

/** What must be so before closing, in the words of the work; the rules themselves decide. */
function orderItems(t: Texts, { care }: CaseHead, ground: Props['ground']) {
  const refusal = mayClose(
    {
      state: care.state,
      rightsCheck: care.rightsCheck.state,
      results: ground.results,
      handoversUnderWay: 0,
      rightsNotAsked: 0,
    },
    'resultReached',
  )
  const reason = refusal.kind === 'refused' ? refusal.reason : undefined
  return [
    {
      text: t('guidance.closing.order.rights'),
      done: reason !== 'rightsCheckNotOffered' && reason !== 'coldFirst',
      href: `${casePath(care.id)}#rights-check`,
    },
    {
      text: t('guidance.closing.order.rightsAsked'),
      done: ground.rightsNotAsked === 0,
      href: '#rights-not-asked',
    },
    {
      text: t('guidance.closing.order.handovers'),
      done: ground.handoversUnderWay === 0,
      href: casePath(care.id, 'handovers'),
    },
    {
      text: t('guidance.closing.order.results'),
      done: ground.results.some((result) => result !== 'nothingYet'),
      hint: t('guidance.closing.order.resultsHint'),
      href: casePath(care.id, 'plan'),
    },
  ]
}

function Closed({ t, head, closing, form }: Props & { readonly closing: Closing }) {
  return (
    <>
      <Notice kind="success" title={t('guidance.closing.isClosed')}>
        <p>{t(`guidance.closing.outcome.${closing.outcome}`)}</p>
      </Notice>
      <DescriptionList
        items={[
          { term: t('guidance.closing.by'), value: head.nameOf(closing.closedBy) },
          { term: t('guidance.closing.at'), value: t.moment(closing.closedAt) },
          { term: t('guidance.policy.question'), value: t(closing.wasPreventable ? 'guidance.yes' : 'guidance.no') },
        ]}
      />
      <Section title={t('guidance.closing.reopenTitle')}>
        <Form action={`${casePath(head.care.id)}/reopening`} hidden={{ version: form.field('version').value }}>
          <ShortText
            t={t}
            {...form.field('reason')}
            label={t('guidance.closing.reopenReason')}
            maxLength={lineLength}
            rows={2}
          />
          <Button look="secondary">{t('guidance.closing.reopen')}</Button>
        </Form>
      </Section>
    </>
  )
}

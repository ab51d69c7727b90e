import type { FilledForm } from '../../../../platform/http/index.ts'
import type { Language, Texts } from '../../../../platform/messages/index.ts'
import {
  Button,
  ButtonRow,
  EmptyState,
  ErrorSummary,
  Form,
  Hint,
  Link,
  LinkList,
  Section,
  Select,
  Stack,
  Status,
} from '../../../../ui/index.ts'
import type { CaseHead } from '../../cases/case-page.ts'
import { CaseFrame, casePath, type Problem } from '../../cases/views/case-frame.tsx'
import type { CheckInHistory } from '../kept-check-store.ts'

type Props = {
  readonly t: Texts
  readonly head: CaseHead
  readonly history: readonly CheckInHistory[]
  /** The languages of the questions, that of the person first. */
  readonly languages: readonly { readonly language: Language; readonly name: string }[]
  readonly form: FilledForm
  readonly problem?: Problem | undefined
}

/** Rights in this case: where the check stands, beginning one, and what came out before. */
export function RightsPage({ t, head, history, languages, form, problem }: Props) {
  const { care } = head
  return (
    <CaseFrame t={t} head={head} current="rights" problem={problem}>
      <ErrorSummary title={t('form.summary')} errors={form.errors} />
      <Stack gap="large">
        <State t={t} head={head} />
        {care.state === 'closed' ? null : <Begin t={t} caseId={care.id} history={history} languages={languages} />}
        <History t={t} head={head} history={history} />
        {history.length > 1 ? <TwoChecks t={t} head={head} history={history} form={form} /> : null}
      </Stack>
    </CaseFrame>
  )
}

function State({ t, head: { care, nameOf } }: Pick<Props, 't' | 'head'>) {
  const { state, by, at } = care.rightsCheck
  return (
    <Section
      title={t('guidance.rights.title')}
      beside={<Link href={`${casePath(care.id)}#rights-check`}>{t('guidance.caseRights.state.change')}</Link>}
    >
      <p>
        <Status word={t(`guidance.rights.${state}`)} />
      </p>
      {at ? (
        <Hint>
          {t('guidance.caseRights.state.by', { name: nameOf(by) || t('guidance.somebody'), moment: t.moment(at) })}
        </Hint>
      ) : null}
      <p>
        <Link href={`${casePath(care.id, 'rights')}/followed`}>{t('guidance.caseRights.followed')}</Link>
      </p>
    </Section>
  )
}

type BeginProps = Pick<Props, 't' | 'history' | 'languages'> & { readonly caseId: string }

function Begin({ t, caseId, history, languages }: BeginProps) {
  const last = history.find(({ hasAnswers }) => hasAnswers)
  return (
    <Section title={t('guidance.caseRights.begin.title')}>
      <p>{t('guidance.caseRights.begin.text')}</p>
      <Form action={`/cases/${caseId}/rights/questions`} method="get">
        <Select
          name="in"
          label={t('guidance.caseRights.begin.language')}
          value={languages[0]?.language}
          choices={languages.map(({ language, name }) => ({ value: language, label: name }))}
        />
        <ButtonRow>
          {last ? (
            <Button name="base" value={last.id}>
              {t('guidance.caseRights.begin.fromLast', { day: t.day(last.checkedOn) })}
            </Button>
          ) : null}
          <Button look={last ? 'secondary' : 'primary'}>{t('guidance.caseRights.begin.anew')}</Button>
        </ButtonRow>
      </Form>
    </Section>
  )
}

function History({ t, head: { care, nameOf }, history }: Pick<Props, 't' | 'head' | 'history'>) {
  return (
    <Section title={t('guidance.caseRights.history.title')}>
      {history.length === 0 ? (
        <EmptyState
          icon="file-text"
          title={t('guidance.caseRights.history.none')}
          text={t('guidance.caseRights.history.noneHint')}
        />
      ) : (
        <LinkList
          label={t('guidance.caseRights.history.title')}
          items={history.map(({ id, checkedOn, byUser, hasAnswers }) => ({
            key: id,
            title: t('guidance.caseRights.history.of', { day: t.day(checkedOn) }),
            href: `${casePath(care.id, 'rights')}/checks/${id}`,
            meta: `${nameOf(byUser)} · ${t(hasAnswers ? 'guidance.caseRights.history.withAnswers' : 'guidance.caseRights.history.withoutAnswers')}`,
          }))}
        />
      )}
    </Section>
  )
}

function TwoChecks({ t, head: { care, nameOf }, history, form }: Pick<Props, 't' | 'head' | 'history' | 'form'>) {
  const choices = history.map(({ id, byUser, at }) => ({ value: id, label: `${t.moment(at)} · ${nameOf(byUser)}` }))
  const [newest, before] = history
  return (
    <Section title={t('guidance.caseRights.compare.title')}>
      <Form action={`${casePath(care.id, 'rights')}/comparison`}>
        <Select
          {...form.field('first')}
          value={form.field('first').value || before?.id}
          label={t('guidance.caseRights.compare.first')}
          width="full"
          choices={choices}
        />
        <Select
          {...form.field('second')}
          value={form.field('second').value || newest?.id}
          label={t('guidance.caseRights.compare.second')}
          width="full"
          choices={choices}
        />
        <Button look="secondary">{t('guidance.caseRights.compare.look')}</Button>
      </Form>
    </Section>
  )
}

import { type IsoDate, isoDateIn } from '@meernet/calendar'
import type { FilledForm } from '../../../../platform/http/index.ts'
import { municipalTimeZone, type Texts } from '../../../../platform/messages/index.ts'
import {
  BackLink,
  Button,
  ButtonRow,
  Count,
  Disclosure,
  EmptyState,
  ErrorSummary,
  Form,
  Hint,
  LinkButton,
  LinkList,
  List,
  Panel,
  Section,
  Select,
  Stack,
  Status,
} from '../../../../ui/index.ts'
import type { CaseHead } from '../../cases/case-page.ts'
import { CaseFrame, casePath, type Problem } from '../../cases/views/case-frame.tsx'
import { DueOn } from '../../views/due-on.tsx'
import type { FollowedRight } from '../followed-right-store.ts'
import { askWords, documentsOf, nameOfRight, rightOf } from '../right-words.ts'
import { lookForAnswerOn } from '../term.ts'
import { followedPath } from './followed-path.ts'
import { standingWords } from './standing-words.ts'

type Props = {
  readonly t: Texts
  readonly head: CaseHead
  readonly rights: readonly FollowedRight[]
  /** What may be added by hand: id and name. */
  readonly choices: readonly { readonly value: string; readonly label: string }[]
  readonly form: FilledForm
  readonly problem?: Problem | undefined
}

/** What became of each right of a case: first what can be asked, then what an answer is waited for, then what is settled. */
export function FollowedPage({ t, head, rights, choices, form, problem }: Props) {
  const inState = (state: string) => rights.filter(({ standing }) => standing.state === state)
  const [toAsk, asked] = [inState('worthAsking'), inState('asked')]
  const settled = rights.filter((right) => !toAsk.includes(right) && !asked.includes(right))
  const { care } = head
  return (
    <CaseFrame t={t} head={head} current="rights" problem={problem}>
      <BackLink href={casePath(care.id, 'rights')} text={t('guidance.tab.rights')} />
      <ErrorSummary title={t('form.summary')} errors={form.errors} />
      {rights.length === 0 ? (
        <EmptyState icon="clipboard-list" title={t('guidance.followed.none')} text={t('guidance.followed.noneHint')} />
      ) : null}
      {toAsk.length > 0 ? (
        <Section title={t('guidance.followed.toAsk')} beside={<Count value={toAsk.length} />}>
          <Hint>{t('guidance.followed.toAskHint')}</Hint>
          {toAsk.map((right) => (
            <ToAsk key={right.id} t={t} right={right} />
          ))}
        </Section>
      ) : null}
      <Rights t={t} title={t('guidance.followed.asked')} rights={asked} />
      <Rights t={t} title={t('guidance.followed.settled')} rights={settled} />
      {care.state === 'closed' ? null : <Addition t={t} caseId={care.id} choices={choices} form={form} />}
    </CaseFrame>
  )
}

type RightProps = { readonly t: Texts; readonly right: FollowedRight }

/** "Vraag X aan Y": by when, with which papers, and what happened. */
function ToAsk({ t, right }: RightProps) {
  const documents = documentsOf(right.rightId, t.language)
  const terms = rightOf(right.rightId)?.terms ?? []
  return (
    <Panel>
      <Section title={askWords(t, right.rightId)} level={3}>
        <Stack gap="small">
          {right.askBy ? (
            <DueOn t={t} day={right.askBy} />
          ) : terms.some(({ lastDay }) => lastDay) ? (
            <Hint>{t('guidance.followed.termOpen')}</Hint>
          ) : null}
          {documents.length > 0 ? (
            <Disclosure summary={t('guidance.followed.documents', { count: documents.length })}>
              <List items={documents} />
            </Disclosure>
          ) : null}
          <ButtonRow>
            <AskedToday t={t} right={right} />
            <LinkButton href={followedPath(right)} look="quiet">
              {t('guidance.followed.otherwise')}
            </LinkButton>
          </ButtonRow>
          <Hint>{t('guidance.followed.since', { day: t.day(dayOf(right.begunAt)) })}</Hint>
        </Stack>
      </Section>
    </Panel>
  )
}

const dayOf = (moment: Date): IsoDate => isoDateIn(municipalTimeZone, moment)

/** What happens most, in one press. */
function AskedToday({ t, right }: RightProps) {
  return (
    <Form
      action={`${followedPath(right)}/outcome`}
      look="inline"
      hidden={{ version: String(right.version), state: 'asked', askedOn: t.today }}
    >
      <Button look="secondary" about={nameOfRight(right.rightId, t.language)}>
        {t('guidance.followed.quick.asked')}
      </Button>
    </Form>
  )
}

type RightsProps = { readonly t: Texts; readonly title: string; readonly rights: readonly FollowedRight[] }

function Rights({ t, title, rights }: RightsProps) {
  if (rights.length === 0) return null
  return (
    <Section title={title} beside={<Count value={rights.length} />}>
      <LinkList
        label={title}
        listKeys
        items={rights.map((right) => ({
          key: right.id,
          title: nameOfRight(right.rightId, t.language),
          href: followedPath(right),
          meta: (
            <>
              <Status word={t(`guidance.followed.state.${right.standing.state}`)} />
              <span>{standingWords(t, right.standing)}</span>
              {right.standing.state === 'asked' ? (
                <DueOn t={t} day={lookForAnswerOn(rightOf(right.rightId), right.standing.askedOn)} />
              ) : null}
            </>
          ),
          description: right.words ?? undefined,
        }))}
      />
    </Section>
  )
}

type AdditionProps = Pick<Props, 't' | 'choices' | 'form'> & { readonly caseId: string }

function Addition({ t, caseId, choices, form }: AdditionProps) {
  return (
    <Section title={t('guidance.followed.add')}>
      <Form action={`${casePath(caseId, 'rights')}/followed`} hidden={{ id: form.field('id').value }}>
        <Select
          {...form.field('rightId')}
          label={t('guidance.followed.right')}
          hint={t('guidance.followed.addHint')}
          emptyText={t('guidance.choose')}
          width="full"
          required
          choices={choices}
        />
        <Button look="secondary">{t('guidance.followed.follow')}</Button>
      </Form>
    </Section>
  )
}

import type { Texts } from '../../../../platform/messages/index.ts'
import {
  BackLink,
  Button,
  ButtonRow,
  type Description,
  DescriptionList,
  Form,
  Heading,
  Lead,
  Notice,
  Panel,
  Stack,
} from '../../../../ui/index.ts'
import type { VisitAct } from '../acts/visit-act.ts'
import type { RefusedReading } from '../refused-acts/settle-refused.ts'

type Props = {
  readonly t: Texts
  readonly reading: RefusedReading
  readonly visitor: string
  /** A reason why trying to apply it did not work either. */
  readonly problem?: string | undefined
}

/** One refused act with what it holds, and what can be done: apply it all the same, or let it go. */
export function RefusedActPage({ t, reading, visitor, problem }: Props) {
  const { refused, act, mayApply } = reading
  return (
    <Stack>
      <BackLink href="/refused-acts" text={t('detection.visits.refused.title')} />
      <Heading level={1}>{t(`detection.visits.act.${refused.kind}`)}</Heading>
      <Lead>{t(`detection.visits.reason.${refused.reason}`)}</Lead>
      {problem ? <Notice kind="attention">{problem}</Notice> : null}
      <Notice>{t(`detection.visits.todo.${refused.reason}`)}</Notice>
      <Panel>
        <DescriptionList
          items={[
            { term: t('detection.visits.visitor'), value: visitor },
            { term: t('detection.visits.doneAt'), value: refused.doneAt ? t.moment(refused.doneAt) : undefined },
            ...(act ? contentOf(t, act) : []),
          ]}
        />
      </Panel>
      <Form
        action={`/refused-acts/${refused.id}/settlement`}
        hidden={{ version: String(refused.version) }}
        label={t('detection.visits.refused.settle')}
      >
        <ButtonRow>
          {mayApply ? (
            <Button name="settlement" value="applied" icon="check">
              {t(act?.kind === 'fillCard' ? 'detection.visits.refused.fileCard' : 'detection.visits.refused.apply')}
            </Button>
          ) : null}
          <Button name="settlement" value="dropped" look={mayApply ? 'secondary' : 'primary'} icon="trash-2">
            {t('detection.visits.refused.drop')}
          </Button>
        </ButtonRow>
      </Form>
    </Stack>
  )
}

function contentOf(t: Texts, act: VisitAct): readonly Description[] {
  if (act.kind === 'fillCard') {
    const { card } = act.body
    return [
      { term: t('detection.visits.card.wish'), value: card.wish },
      { term: t('detection.visits.card.name'), value: card.name },
      { term: t('detection.visits.card.phone'), value: card.phone },
      { term: t('detection.visits.card.mayTell'), value: card.agreement.mayTell },
    ]
  }
  if (act.kind !== 'recordVisit' && act.kind !== 'correctVisit') return []
  return [
    { term: t('detection.visits.outcome'), value: t(`detection.visits.outcome.${act.body.outcome}`) },
    { term: t('detection.visits.sentence'), value: act.body.sentence },
  ]
}

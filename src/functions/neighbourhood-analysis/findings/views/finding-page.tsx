import type { FilledForm } from '../../../../platform/http/index.ts'
import type { Texts } from '../../../../platform/messages/index.ts'
import { groupContent, labelOf, policyThemeContent } from '../../../../registers/frameworks/index.ts'
import type { Neighbourhood } from '../../../../registers/places/index.ts'
import {
  BackLink,
  Button,
  ButtonRow,
  Checkbox,
  Cluster,
  DescriptionList,
  ErrorSummary,
  Form,
  Heading,
  Hint,
  LinkButton,
  LinkList,
  List,
  Notice,
  Panel,
  Section,
  Stack,
  Tag,
} from '../../../../ui/index.ts'
import { indicatorName } from '../../catalogue.ts'
import { type Evidence, evidenceStanding, type Finding, heldBack } from '../finding.ts'
import { placesIn } from './findings-page.tsx'

type Props = {
  readonly t: Texts
  readonly finding: Finding
  readonly neighbourhoods: readonly Neighbourhood[]
  readonly mayWrite: boolean
  /** The form of the second reader; absent for who may not be. */
  readonly reading: FilledForm | undefined
}

/** One finding: what it says, what it rests on, and what residents said of it. */
export function FindingPage({ t, finding, neighbourhoods, mayWrite, reading }: Props) {
  const path = `/analysis/findings/${finding.id}`
  return (
    <Stack>
      <BackLink href="/analysis/findings" text={t('analysis.finding.title')} />
      <Cluster>
        <Tag>{t(`analysis.finding.kind.${finding.kind}`)}</Tag>
        <Tag>{labelOf(policyThemeContent, finding.theme, t.language)}</Tag>
      </Cluster>
      <Heading level={1}>{finding.statement}</Heading>
      <HeldBackNotice t={t} finding={finding} />
      <DescriptionList items={factsOf(t, finding, neighbourhoods)} />
      {mayWrite ? (
        <Cluster>
          <LinkButton href={`${path}/edit`} icon="pencil">
            {t('analysis.finding.edit')}
          </LinkButton>
        </Cluster>
      ) : null}
      <EvidenceSection t={t} finding={finding} mayWrite={mayWrite} />
      <CheckSection t={t} finding={finding} mayWrite={mayWrite} />
      {reading ? <ReadingForm t={t} finding={finding} form={reading} /> : null}
    </Stack>
  )
}

function HeldBackNotice({ t, finding }: Pick<Props, 't' | 'finding'>) {
  const reason = heldBack(finding)
  return reason ? <Notice>{t(`analysis.finding.heldBack.${reason}`)}</Notice> : null
}

function factsOf(t: Texts, finding: Finding, neighbourhoods: readonly Neighbourhood[]) {
  const groups = finding.groups.map((code) => labelOf(groupContent, code, t.language))
  return [
    { term: t('analysis.finding.neighbourhood'), value: placesIn(t, finding, neighbourhoods) },
    { term: t('analysis.finding.groups'), value: groups.length > 0 ? t.list(groups, { areLabels: true }) : undefined },
    { term: t('analysis.finding.restsOn'), value: t(`analysis.finding.restsOn.${finding.restsOn}`) },
    { term: t('analysis.finding.notedOn'), value: t.day(finding.notedOn) },
    { term: t('analysis.finding.readOn'), value: finding.readOn ? t.day(finding.readOn) : undefined },
  ]
}

type PartProps = Pick<Props, 't' | 'finding' | 'mayWrite'>

function EvidenceSection({ t, finding, mayWrite }: PartProps) {
  const { id, evidence, version } = finding
  const standing = evidenceStanding(evidence)
  return (
    <Section title={t('analysis.finding.evidence')}>
      {standing === 'both' ? null : <Hint>{t(`analysis.finding.evidence.hint.${standing}`)}</Hint>}
      {evidence.length > 0 ? (
        <LinkList
          label={t('analysis.finding.evidence')}
          items={evidence.map((one) => ({
            key: one.id,
            title: one.says,
            icon: one.kind === 'figure' ? 'activity' : 'message-circle',
            meta: <span>{sourceOf(t, one)}</span>,
            actions: mayWrite ? (
              <Form
                action={`/analysis/findings/${id}/evidence/${one.id}/removal`}
                hidden={{ version: String(version) }}
                look="inline"
              >
                <Button look="quiet" icon="trash-2" about={one.says}>
                  {t('analysis.finding.evidence.remove')}
                </Button>
              </Form>
            ) : undefined,
          }))}
        />
      ) : null}
      {mayWrite ? (
        <Cluster>
          <LinkButton href={`/analysis/findings/${id}/figures/new`} icon="plus">
            {t('analysis.finding.figure.new')}
          </LinkButton>
          <LinkButton href={`/analysis/findings/${id}/voices/new`} icon="plus">
            {t('analysis.finding.voice.new')}
          </LinkButton>
        </Cluster>
      ) : null}
    </Section>
  )
}

/** Where evidence comes from: an indicator with its period, or a voice with its day. */
export function sourceOf(t: Texts, evidence: Evidence): string {
  if (evidence.kind === 'figure')
    return `${indicatorName(evidence.indicator, t.language, evidence.indicator)}, ${t.period(evidence.period)}`
  const kind = t(`analysis.finding.voice.${evidence.kind}`)
  const day = evidence.onDay ? `, ${t.day(evidence.onDay)}` : ''
  return `${kind}: ${evidence.source}${day}`
}

function CheckSection({ t, finding, mayWrite }: PartProps) {
  const { id, state, checkedOn, residentsSaid, version } = finding
  const path = `/analysis/findings/${id}`
  if (state === 'open')
    return (
      <Section title={t('analysis.finding.check')}>
        <p>{t('analysis.finding.check.open')}</p>
        {mayWrite ? (
          <Cluster>
            <LinkButton href={`${path}/check`}>{t('analysis.finding.check.note')}</LinkButton>
          </Cluster>
        ) : null}
      </Section>
    )
  return (
    <Section title={t('analysis.finding.check')}>
      <DescriptionList
        items={[
          { term: t('analysis.finding.state'), value: t(`analysis.finding.state.${state}`) },
          { term: t('analysis.finding.checkedOn'), value: checkedOn ? t.day(checkedOn) : undefined },
          { term: t('analysis.finding.residentsSaid'), value: residentsSaid ?? undefined },
        ]}
      />
      {mayWrite ? (
        <Form action={`${path}/reopening`} hidden={{ version: String(version) }} look="inline">
          <Button look="secondary" icon="undo-2">
            {t('analysis.finding.reopen')}
          </Button>
        </Form>
      ) : null}
    </Section>
  )
}

function ReadingForm({ t, finding, form }: Pick<Props, 't' | 'finding'> & { readonly form: FilledForm }) {
  const { value: isUnrecognisable, ...confirmation } = form.field('isUnrecognisable')
  const { value: isAgreed, ...agreement } = form.field('isAgreed')
  return (
    <Panel>
      <Section title={t('analysis.finding.reading.title')}>
        <p>{t('analysis.finding.reading.lead')}</p>
        <List
          items={(['rare', 'place', 'date', 'family'] as const).map((one) => t(`analysis.finding.reading.${one}`))}
        />
        <Form action={`/analysis/findings/${finding.id}/reading`} hidden={{ version: String(finding.version) }}>
          <ErrorSummary title={t('form.summary')} errors={form.errors} />
          <Checkbox {...confirmation} checked={isUnrecognisable !== ''} label={t('analysis.finding.reading.confirm')} />
          <Checkbox
            {...agreement}
            checked={isAgreed !== ''}
            label={t('analysis.finding.reading.agreed')}
            hint={t('analysis.finding.reading.agreed.hint')}
          />
          <ButtonRow>
            <Button>{t('analysis.finding.reading.save')}</Button>
          </ButtonRow>
        </Form>
      </Section>
    </Panel>
  )
}

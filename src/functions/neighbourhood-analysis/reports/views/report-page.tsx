import {
  BackLink,
  Checklist,
  Cluster,
  Heading,
  Hint,
  Link,
  LinkButton,
  LinkList,
  Notice,
  Section,
  Stack,
  Status,
  Tag,
} from '../../../../ui/index.ts'
import { isOpen, type Lack, lacks, type TextPart } from '../report.ts'
import type { ReportPageProps } from './report-page-props.ts'
import { Steps } from './report-steps.tsx'
import { areaWords, standingWords, stateIcons } from './report-words.ts'
import { TranslationsPart } from './translations-part.tsx'

/** One analysis as it is being made: its parts, in any order, and what is still lacking before residents read it. */
export function ReportPage(props: ReportPageProps) {
  const { t, report, areaNames, lacking, before } = props
  const path = `/analysis/reports/${report.id}`
  const mayEdit = props.mayWrite && isOpen(report)
  return (
    <Stack gap="large">
      <Stack>
        <BackLink href="/analysis/reports" text={t('analysis.reports.title')} />
        <Heading level={1}>{report.title}</Heading>
        <Cluster>
          <Status word={standingWords(t, report)} icon={stateIcons[report.state]} />
          <span>{areaWords(t, report, areaNames)}</span>
          <span>{report.aboutYear}</span>
          {mayEdit ? <Link href={`${path}/edit`}>{t('analysis.reports.describe')}</Link> : null}
        </Cluster>
        {report.withdrawalReason ? (
          <Notice kind="attention" title={t('analysis.reports.withdrawn.because')}>
            {report.withdrawalReason}
          </Notice>
        ) : null}
        {report.gatheredAt ? (
          <Cluster>
            <LinkButton href={`${path}/document`} look="secondary" icon="eye">
              {t('analysis.reports.document')}
            </LinkButton>
            {before ? <Link href={`${path}/changes`}>{t('analysis.reports.changes')}</Link> : null}
          </Cluster>
        ) : null}
      </Stack>
      {isOpen(report) ? <Standing t={t} report={report} lacking={lacking} mayEdit={mayEdit} /> : null}
      <ContentsPart {...props} mayEdit={mayEdit} />
      <TextsPart {...props} mayEdit={mayEdit} />
      <TranslationsPart {...props} />
      <PrioritiesPart {...props} mayEdit={mayEdit} />
      <MeetingsPart {...props} mayEdit={mayEdit} />
      <Steps {...props} />
    </Stack>
  )
}

type PartProps = ReportPageProps & { readonly mayEdit: boolean }

function Standing({
  t,
  report,
  lacking,
  mayEdit,
}: Pick<ReportPageProps, 't' | 'report' | 'lacking'> & { readonly mayEdit: boolean }) {
  const path = `/analysis/reports/${report.id}`
  const hrefs: Readonly<Record<Lack, string | undefined>> = {
    contents: `${path}/contents`,
    summary: `${path}/texts/summary/${report.language}`,
    priorities: `${path}/priorities/new`,
    meeting: `${path}/meetings/new`,
    checked: undefined,
    secondReader: undefined,
  }
  return (
    <Section title={t('analysis.reports.standing')}>
      <Hint>{t('analysis.reports.standing.hint')}</Hint>
      <Checklist
        doneText={t('analysis.reports.standing.done')}
        openText={t('analysis.reports.standing.open')}
        items={lacks.map((lack) => ({
          text: t(`analysis.reports.needs.${lack}`),
          done: !lacking.includes(lack),
          hint: lacking.includes(lack) ? t(`analysis.reports.lacks.${lack}`) : undefined,
          href: mayEdit && lacking.includes(lack) ? hrefs[lack] : undefined,
        }))}
      />
    </Section>
  )
}

function ContentsPart({ t, report, contents, mayEdit }: PartProps) {
  return (
    <Section
      title={t('analysis.reports.contents')}
      beside={
        mayEdit ? (
          <Link href={`/analysis/reports/${report.id}/contents`}>{t('analysis.reports.contents.choose')}</Link>
        ) : null
      }
    >
      {contents && report.gatheredAt ? (
        <>
          <p>
            {t('analysis.reports.contents.holds', {
              figures: new Set(contents.figures.map(({ indicator }) => indicator)).size,
              findings: contents.findings.length,
              places: contents.places.length,
              sources: contents.sources.length,
            })}
          </p>
          <Hint>{t('analysis.reports.contents.gathered', { moment: t.moment(report.gatheredAt) })}</Hint>
        </>
      ) : (
        <p>{t('analysis.reports.contents.none')}</p>
      )}
    </Section>
  )
}

function TextsPart({ t, report, texts, mayEdit }: PartProps) {
  const parts: readonly TextPart[] = ['summary', 'introduction', 'conclusion']
  const isWritten = (part: TextPart, language: string) =>
    texts.some((text) => text.part === part && text.language === language)
  const hrefOf = (part: TextPart, language: string) =>
    mayEdit ? `/analysis/reports/${report.id}/texts/${part}/${language}` : undefined
  return (
    <Section title={t('analysis.reports.texts')}>
      <LinkList
        label={t('analysis.reports.texts')}
        items={parts.map((part) => ({
          key: part,
          title: t(`analysis.reports.part.${part}`),
          href: hrefOf(part, report.language),
          meta: (
            <Status
              word={t(isWritten(part, report.language) ? 'analysis.reports.written' : 'analysis.reports.notWritten')}
              icon={isWritten(part, report.language) ? 'circle-check' : 'circle-dashed'}
            />
          ),
          description: texts
            .find((text) => text.part === part && text.language === report.language)
            ?.text.slice(0, 160),
        }))}
      />
    </Section>
  )
}

function PrioritiesPart({ t, report, priorities, mayEdit }: PartProps) {
  const path = `/analysis/reports/${report.id}/priorities`
  return (
    <Section
      title={t('analysis.reports.priorities')}
      beside={mayEdit ? <Link href={`${path}/new`}>{t('analysis.reports.priority.new')}</Link> : null}
    >
      {priorities.length === 0 ? (
        <p>{t('analysis.reports.priorities.none')}</p>
      ) : (
        <LinkList
          ordered
          label={t('analysis.reports.priorities')}
          items={priorities.map((priority) => ({
            key: priority.id,
            title: priority.title,
            href: mayEdit ? `${path}/${priority.id}` : undefined,
            meta: (
              <>
                <Tag>{t(`analysis.reports.chosenBy.${priority.chosenBy}`)}</Tag>
                {priority.progress ? <Status word={t(`analysis.reports.progress.${priority.progress}`)} /> : null}
              </>
            ),
            description: priority.why,
          }))}
        />
      )}
    </Section>
  )
}

function MeetingsPart({ t, report, meetings, mayEdit }: PartProps) {
  const path = `/analysis/reports/${report.id}/meetings`
  return (
    <Section
      title={t('analysis.reports.meetings')}
      beside={mayEdit ? <Link href={`${path}/new`}>{t('analysis.reports.meeting.new')}</Link> : null}
    >
      {meetings.length === 0 ? (
        <p>{t('analysis.reports.meetings.none')}</p>
      ) : (
        <LinkList
          label={t('analysis.reports.meetings')}
          items={meetings.map(({ id, heldOn, heldAt, confirmed, corrected, added }) => ({
            key: id,
            title: heldAt,
            href: mayEdit ? `${path}/${id}` : undefined,
            meta: <span>{t.day(heldOn)}</span>,
            description: [confirmed, corrected, added].filter(Boolean).join(' · '),
          }))}
        />
      )}
    </Section>
  )
}

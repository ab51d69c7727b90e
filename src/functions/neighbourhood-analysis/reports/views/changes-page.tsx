import type { Texts } from '../../../../platform/messages/index.ts'
import { BackLink, Heading, Lead, Link, LinkList, List, Section, Stack, Status, Table } from '../../../../ui/index.ts'
import type { Changes, FigureChange } from '../contents/changes.ts'
import type { ReportArea } from '../contents/contents.ts'
import { figureWords, nameOfFigure } from '../document/figure-words.ts'
import { isOpen, type Report } from '../report.ts'

type Props = {
  readonly t: Texts
  readonly report: Report
  readonly before: Report
  readonly changes: Changes
  readonly areas: readonly ReportArea[]
  readonly mayWrite: boolean
}

/** The year after: what changed in figures and findings, and what became of the priorities. */
export function ChangesPage({ t, report, before, changes, areas, mayWrite }: Props) {
  const { findings } = changes
  return (
    <Stack gap="large">
      <Stack>
        <BackLink href={`/analysis/reports/${report.id}`} text={report.title} />
        <Heading level={1}>{t('analysis.reports.changes')}</Heading>
        <Lead>
          {t('analysis.reports.changes.lead')} <Link href={`/analysis/reports/${before.id}`}>{before.title}</Link> (
          {before.aboutYear})
        </Lead>
      </Stack>
      <BecamePart t={t} report={report} changes={changes} mayEdit={mayWrite && isOpen(report)} />
      <FiguresPart t={t} changes={changes} areas={areas} />
      <Section title={t('analysis.reports.contents.findings')}>
        {(['added', 'kept', 'dropped'] as const).map((what) =>
          findings[what].length === 0 ? null : (
            <Section key={what} title={t(`analysis.reports.changes.findings.${what}`)} level={3}>
              <List items={findings[what].map(({ statement }) => statement)} />
            </Section>
          ),
        )}
      </Section>
    </Stack>
  )
}

type PartProps = Pick<Props, 't' | 'changes'>

function BecamePart({
  t,
  report,
  changes,
  mayEdit,
}: PartProps & { readonly report: Report; readonly mayEdit: boolean }) {
  return (
    <Section title={t('analysis.reports.changes.priorities')}>
      {changes.priorities.length === 0 ? (
        <p>{t('analysis.reports.priorities.none')}</p>
      ) : (
        <LinkList
          label={t('analysis.reports.changes.priorities')}
          items={changes.priorities.map(({ before, now }) => ({
            key: before.id,
            title: before.title,
            href: now && mayEdit ? `/analysis/reports/${report.id}/priorities/${now.id}` : undefined,
            meta: <Status word={now ? progressWords(t, now.progress) : t('analysis.reports.changes.notCarriedOn')} />,
            description: now?.became ?? undefined,
          }))}
        />
      )}
    </Section>
  )
}

const progressWords = (t: Texts, progress: string | null) => t(`analysis.reports.progress.${progress ?? 'unknown'}`)

function FiguresPart({ t, changes, areas }: PartProps & Pick<Props, 'areas'>) {
  const nameOfArea = (id: string | null) => areas.find((area) => area.id === id)?.name ?? ''
  const names = (figures: Changes['newFigures']) => [...new Set(figures.map((figure) => nameOfFigure(t, figure)))]
  return (
    <Section title={t('analysis.reports.contents.figures')}>
      {changes.figures.length === 0 ? (
        <p>{t('analysis.reports.contents.noFigures')}</p>
      ) : (
        <Table
          caption={t('analysis.reports.contents.figures')}
          captionHidden
          compact
          rows={changes.figures}
          rowKey={({ now }) => `${now.areaId} ${now.indicator}`}
          columns={[
            {
              key: 'name',
              heading: t('resident.analysis.figure'),
              rowHeader: true,
              cell: ({ now }: FigureChange) =>
                areas.length > 1 ? `${nameOfFigure(t, now)}, ${nameOfArea(now.areaId)}` : nameOfFigure(t, now),
            },
            {
              key: 'before',
              heading: t('analysis.reports.changes.before'),
              numeric: true,
              cell: ({ before }: FigureChange) =>
                `${figureWords(t, before.own, before.unit)} (${t.period(before.period)})`,
            },
            {
              key: 'now',
              heading: t('analysis.reports.changes.now'),
              numeric: true,
              cell: ({ now }: FigureChange) => `${figureWords(t, now.own, now.unit)} (${t.period(now.period)})`,
            },
            {
              key: 'change',
              heading: t('analysis.reports.changes.difference'),
              cell: (change) => changeWords(t, change),
            },
          ]}
        />
      )}
      {changes.newFigures.length > 0 ? (
        <p>{t('analysis.reports.changes.newFigures', { names: t.list(names(changes.newFigures)) })}</p>
      ) : null}
      {changes.goneFigures.length > 0 ? (
        <p>{t('analysis.reports.changes.goneFigures', { names: t.list(names(changes.goneFigures)) })}</p>
      ) : null}
    </Section>
  )
}

function changeWords(t: Texts, { kind, isClear }: FigureChange): string {
  if (kind === 'noNewer') return t('analysis.reports.changes.noNewer')
  if (isClear === null) return t('analysis.reports.changes.cannotTell')
  return t(isClear ? 'analysis.reports.changes.clear' : 'analysis.reports.changes.notClear')
}

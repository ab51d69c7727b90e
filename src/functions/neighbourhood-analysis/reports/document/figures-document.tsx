import type { PublicMunicipality } from '../../../../platform/http/index.ts'
import type { Texts } from '../../../../platform/messages/index.ts'
import {
  BackLink,
  DotPlot,
  Heading,
  Hint,
  Lead,
  Link,
  LinkButton,
  List,
  Section,
  Stack,
  Table,
} from '../../../../ui/index.ts'
import { fileWords } from '../../own-counts/own-file.ts'
import { keyFigures, type ReportArea, type ReportFigure, type ReportSource } from '../contents/contents.ts'
import { AreaChoice, areaQuery } from './area-choice.tsx'
import { comparedWords, figureWords, nameOfFigure, plotted, regionName, valueWords } from './figure-words.ts'
import { hasOverTime } from './over-time-document.tsx'
import { type DocumentProps, fileNames } from './report-document.tsx'
import { ReportMapPicture } from './report-map.tsx'
import { sourcesWords, sourceWords } from './source-words.ts'

type Props = DocumentProps & {
  /** The neighbourhood that is looked at; of several one at a time, so that the page stays light. */
  readonly area: ReportArea | undefined
}

/** The figures of an analysis in pictures and tables, each with its source: a map, then a neighbourhood beside the municipality. */
export function FiguresDocument({ t, toRead, municipality, path, area }: Props) {
  const { contents } = toRead
  const isWhole = toRead.report.areaIds.length === 0
  const areas = isWhole ? municipality.name : t.list(contents.areas.map(({ name }) => name))
  const figures = keyFigures(contents)
  const isApproximate = figures.some(({ own }) => own.quality === 'approximate')
  const isHidden = figures.some(({ own }) => own.value === 'hidden')
  return (
    <Stack gap="large">
      <Stack>
        <BackLink href={path} text={t('resident.analysis.back')} />
        <Heading level={1}>{t('resident.analysis.figures')}</Heading>
        <Lead>{t('resident.analysis.figures.lead', { areas })}</Lead>
      </Stack>
      {figures.length === 0 ? <p>{t('resident.analysis.figures.none')}</p> : null}
      {contents.map ? <ReportMapPicture t={t} map={contents.map} sources={contents.sources} /> : null}
      <AreaChoice t={t} areas={contents.areas} area={area} path={`${path}/figures`} />
      {area ? (
        <AreaFigures
          t={t}
          area={area}
          figures={figures.filter(({ areaId }) => areaId === area.id)}
          sources={contents.sources}
          municipality={municipality}
        />
      ) : null}
      {area && hasOverTime(t, toRead, area) ? (
        <p>
          <LinkButton href={`${path}/ages-and-years${areaQuery(area)}`} look="secondary">
            {t('resident.analysis.overTime')}
          </LinkButton>
        </p>
      ) : null}
      {isApproximate ? <Hint>{t('resident.analysis.approximate')}</Hint> : null}
      {isHidden ? <Hint>{t('resident.analysis.hidden')}</Hint> : null}
      {contents.sources.length > 0 ? (
        <Section title={t('resident.analysis.sources')}>
          <List
            look="numbers"
            items={contents.sources.map((source) => `${sourceWords(t, source)} (${fileWords(t, source.fileName)})`)}
          />
        </Section>
      ) : null}
      <Section title={t('resident.analysis.files')}>
        <List
          items={(['pdf', 'csv', 'xlsx', 'jsonld'] as const).map((file) => (
            <Link key={file} href={`${path}/${fileNames[file]}`}>
              {t(`resident.analysis.files.${file}`)}
            </Link>
          ))}
        />
      </Section>
    </Stack>
  )
}

type AreaProps = {
  readonly t: Texts
  readonly area: ReportArea
  readonly figures: readonly ReportFigure[]
  readonly sources: readonly ReportSource[]
  readonly municipality: PublicMunicipality
}

function AreaFigures({ t, area, figures, sources, municipality }: AreaProps) {
  if (figures.length === 0) return null
  const shares = figures.filter(({ unit }) => unit === '%')
  const others = figures.filter(({ unit }) => unit !== '%')
  return (
    <Section title={area.name}>
      {shares.length > 0 ? (
        <DotPlot
          title={
            area.id === null
              ? t('resident.analysis.shares.whole', { area: area.name })
              : t('resident.analysis.shares', { area: area.name })
          }
          caption={area.id === null ? undefined : t('resident.analysis.caption')}
          source={sourcesWords(
            t,
            shares.flatMap(({ sourceIds }) => sourceIds),
            sources,
          )}
          tableText={t('resident.analysis.table')}
          axisText={(share) => valueWords(t, share, '%')}
          rows={shares.map((figure) => ({
            key: figure.indicator,
            name: `${nameOfFigure(t, figure)} (${t.period(figure.period)})`,
            own: { ...plotted(t, figure.own, '%'), ...figure.interval },
            municipality: figure.municipality ? plotted(t, figure.municipality, '%') : undefined,
            region: figure.region ? plotted(t, figure.region, '%') : undefined,
            remark: comparedWords(t, figure, municipality),
          }))}
          words={{
            row: t('resident.analysis.figure'),
            own: area.name,
            municipality: municipality.name,
            region: regionName(t, municipality),
            interval: t('resident.analysis.interval'),
            remark: t('resident.analysis.compared'),
          }}
        />
      ) : null}
      {others.length > 0 ? <OtherFigures {...{ t, area, sources, municipality }} figures={others} /> : null}
    </Section>
  )
}

function OtherFigures({ t, area, figures, sources, municipality }: AreaProps) {
  const numbersOf = (figure: ReportFigure) =>
    figure.sourceIds.map((id) => sources.findIndex((source) => source.id === id) + 1).filter((place) => place > 0)
  return (
    <Table
      caption={t('resident.analysis.others')}
      rows={figures}
      rowKey={({ indicator }) => indicator}
      columns={[
        {
          key: 'name',
          heading: t('resident.analysis.figure'),
          rowHeader: true,
          cell: (figure: ReportFigure) => `${nameOfFigure(t, figure)} (${t.period(figure.period)})`,
        },
        {
          key: 'own',
          heading: area.name,
          numeric: true,
          cell: ({ own, unit }: ReportFigure) => figureWords(t, own, unit),
        },
        ...(area.id === null
          ? []
          : [
              {
                key: 'municipality',
                heading: municipality.name,
                numeric: true,
                cell: ({ municipality, unit }: ReportFigure) => figureWords(t, municipality, unit),
              },
            ]),
        ...(figures.some(({ region }) => region)
          ? [
              {
                key: 'region',
                heading: regionName(t, municipality),
                numeric: true,
                cell: ({ region, unit }: ReportFigure) => figureWords(t, region, unit),
              },
            ]
          : []),
        {
          key: 'source',
          heading: t('resident.analysis.source'),
          numeric: true,
          cell: (figure: ReportFigure) => numbersOf(figure).join(', '),
        },
      ]}
    />
  )
}

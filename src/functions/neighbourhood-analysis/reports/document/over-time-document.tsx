import type { Texts } from '../../../../platform/messages/index.ts'
import { BackLink, Heading, Hint, Lead, PopulationPyramid, Section, Stack, TrendLine } from '../../../../ui/index.ts'
import type { ReportArea } from '../contents/contents.ts'
import { AreaChoice, areaQuery } from './area-choice.tsx'
import { axisWords, nameOfFigure, valueWords } from './figure-words.ts'
import { pyramidIn, type ReportTrend, trendsIn } from './figures-over-time.ts'
import type { ReportToRead } from './published-report.ts'
import type { DocumentProps } from './report-document.tsx'
import { sourcesWords } from './source-words.ts'

type Props = DocumentProps & { readonly area: ReportArea }

/** Who lives in an area by age, and its key figures through the years, beside the municipality; each with its table and source. */
export function OverTimeDocument({ t, toRead, municipality, path, area }: Props) {
  const { contents } = toRead
  const trends = trendsIn(t, contents, area)
  return (
    <Stack gap="large">
      <Stack>
        <BackLink href={`${path}/figures${areaQuery(area)}`} text={t('resident.analysis.backToFigures')} />
        <Heading level={1}>{t('resident.analysis.overTime')}</Heading>
        <Lead>{t('resident.analysis.overTime.lead', { area: area.name })}</Lead>
      </Stack>
      <AreaChoice t={t} areas={contents.areas} area={area} path={`${path}/ages-and-years`} />
      <Section title={area.name}>
        <Ages t={t} toRead={toRead} area={area} municipality={municipality.name} />
        {trends.length > 0 ? <p>{t('resident.analysis.overTime.how')}</p> : null}
        {trends.map((trend) => (
          <Trend key={trend.figure.indicator} {...{ t, toRead, area, trend }} municipality={municipality.name} />
        ))}
      </Section>
      <p>{t('resident.analysis.overTime.why')}</p>
      {trends.some(({ own }) => own.some(({ isApproximate }) => isApproximate)) ? (
        <Hint>{t('resident.analysis.approximate')}</Hint>
      ) : null}
    </Stack>
  )
}

/** Whether there is anything of an area to show on that page. */
export const hasOverTime = (t: Texts, { contents }: ReportToRead, area: ReportArea): boolean =>
  trendsIn(t, contents, area).length > 0 || pyramidIn(t, contents.figures, area) !== undefined

type PartProps = {
  readonly t: Texts
  readonly toRead: ReportToRead
  readonly area: ReportArea
  readonly municipality: string
}

function Ages({ t, toRead: { contents }, area, municipality }: PartProps) {
  const pyramid = pyramidIn(t, contents.figures, area)
  if (!pyramid) return null
  const isWhole = area.id === null
  const period = t.period(pyramid.period)
  return (
    <PopulationPyramid
      id="ages"
      title={t('resident.analysis.ages')}
      caption={
        isWhole
          ? t('resident.analysis.ages.caption', { period })
          : t('resident.analysis.ages.caption.beside', { period, municipality })
      }
      source={sourcesWords(t, pyramid.sourceIds, contents.sources)}
      tableText={t('resident.analysis.table')}
      axisText={(part) => valueWords(t, part * 100, '%')}
      bands={pyramid.bands}
      words={{
        age: t('resident.analysis.age'),
        left: t('resident.analysis.men'),
        right: t('resident.analysis.women'),
        own: area.name,
        beside: isWhole ? undefined : municipality,
      }}
    />
  )
}

function Trend({ t, toRead: { contents }, area, municipality, trend }: PartProps & { readonly trend: ReportTrend }) {
  const { figure, own, beside } = trend
  return (
    <TrendLine
      id={`trend-${figure.indicator}`}
      title={nameOfFigure(t, figure)}
      source={sourcesWords(t, figure.sourceIds, contents.sources)}
      tableText={t('resident.analysis.table')}
      axisText={(value) => axisWords(t, value, figure.unit)}
      isFromZero={figure.kind === 'count'}
      lines={[
        { name: area.name, look: 'own', points: own },
        ...(beside.length > 0 ? [{ name: municipality, look: 'beside' as const, points: beside }] : []),
      ]}
      words={{ period: t('resident.analysis.year') }}
    />
  )
}

import type { FilledForm } from '../../../../platform/http/index.ts'
import type { Texts } from '../../../../platform/messages/index.ts'
import { BackLink, Button, ButtonRow, CheckboxGroup, Form, Heading, Lead, Notice, Stack } from '../../../../ui/index.ts'
import { indicatorName } from '../../catalogue.ts'
import { type Contents, keyFigures } from '../contents/contents.ts'
import type { Report } from '../report.ts'

type Props = {
  readonly t: Texts
  readonly report: Report
  readonly form: FilledForm
  /** All there is to choose from today. */
  readonly offered: Pick<Contents, 'figures' | 'findings'>
}

/** Chooses which figures are told and which findings; what stands behind the figures comes along. Keeping it puts the report together anew, with the figures and findings of today. */
export function ContentsPage({ t, report, form, offered }: Props) {
  const path = `/analysis/reports/${report.id}`
  const indicators = [...new Map(keyFigures(offered).map((figure) => [figure.indicator, figure])).values()]
  const { findings } = offered
  const count = (kind: string) => findings.filter((finding) => finding.kind === kind).length
  return (
    <Stack>
      <BackLink href={path} text={report.title} />
      <Heading level={1}>{t('analysis.reports.contents.choose')}</Heading>
      <Lead>{t('analysis.reports.contents.lead')}</Lead>
      {findings.length > 0 && count('strength') < count('need') ? (
        <Notice>{t('analysis.reports.contents.strengths')}</Notice>
      ) : null}
      <Form
        action={`${path}/contents`}
        hidden={{
          version: String(report.version),
          offeredFindings: findings.map(({ id }) => id).join('\n'),
          offeredIndicators: indicators.map(({ indicator }) => indicator).join('\n'),
        }}
      >
        {findings.length === 0 ? (
          <Notice>{t('analysis.reports.contents.noFindings')}</Notice>
        ) : (
          <CheckboxGroup
            {...form.list('findings')}
            label={t('analysis.reports.contents.findings')}
            choices={findings.map(({ id, statement, kind, evidence }) => ({
              value: id,
              label: statement,
              hint: `${t(`analysis.reports.kind.${kind}`)} · ${t(`analysis.reports.evidence.${evidence}`)}`,
            }))}
          />
        )}
        {indicators.length === 0 ? (
          <Notice>{t('analysis.reports.contents.noFigures')}</Notice>
        ) : (
          <CheckboxGroup
            {...form.list('indicators')}
            label={t('analysis.reports.contents.figures')}
            choices={indicators.map(({ indicator, name, period }) => ({
              value: indicator,
              label: indicatorName(indicator, t.language, name),
              hint: period,
            }))}
          />
        )}
        <ButtonRow>
          <Button>{t('analysis.reports.contents.save')}</Button>
        </ButtonRow>
      </Form>
    </Stack>
  )
}

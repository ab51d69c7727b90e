import type { FilledForm } from '../../../../platform/http/index.ts'
import { languageName, type Texts } from '../../../../platform/messages/index.ts'
import {
  Button,
  ButtonRow,
  Checkbox,
  ErrorSummary,
  Form,
  Link,
  LinkButton,
  List,
  Notice,
  Panel,
  Section,
} from '../../../../ui/index.ts'
import { isOpen, isPublic, isReadAsItStands, type Report } from '../report.ts'
import type { ReportPageProps } from './report-page-props.ts'

/** What can be done with the whole: checked with residents, read by a second, brought out, taken off, begun for next year. */
export function Steps(props: ReportPageProps) {
  const { t, report, lacking, meetings, translations, reading, mayWrite, mayPublish, successor } = props
  const path = `/analysis/reports/${report.id}`
  const hidden = { version: String(report.version) }
  const translatedInto = translations.filter(({ read }) => read.size > 0).map(({ language }) => language)
  return (
    <Section title={t('analysis.reports.steps')}>
      {isOpen(report) && mayWrite && meetings.length > 0 ? (
        <Form action={report.state === 'draft' ? `${path}/check` : `${path}/check/removal`} hidden={hidden}>
          <ButtonRow>
            <Button look="secondary">
              {t(report.state === 'draft' ? 'analysis.reports.check' : 'analysis.reports.uncheck')}
            </Button>
          </ButtonRow>
        </Form>
      ) : null}
      {isOpen(report) && isReadAsItStands(report) && report.readOn ? (
        <Notice kind="success">{t('analysis.reports.reading.done', { day: t.day(report.readOn) })}</Notice>
      ) : null}
      {reading ? <SecondReading t={t} report={report} form={reading} languages={translatedInto} /> : null}
      {isOpen(report) && mayPublish ? <Publishing t={t} report={report} isReady={lacking.length === 0} /> : null}
      {isPublic(report) && mayPublish ? (
        <p>
          <Link href={`${path}/withdrawal`}>{t('analysis.reports.withdraw')}</Link>
        </p>
      ) : null}
      {successor ? (
        <p>
          <Link href={`/analysis/reports/${successor.id}`}>
            {t('analysis.reports.next.there', { title: successor.title })}
          </Link>
        </p>
      ) : null}
      {!successor && mayWrite && (report.state === 'published' || report.state === 'withdrawn') ? (
        <Form action={`${path}/next`} hidden={hidden}>
          <p>{t('analysis.reports.next.lead')}</p>
          <ButtonRow>
            <Button look="secondary">{t('analysis.reports.next')}</Button>
          </ButtonRow>
        </Form>
      ) : null}
    </Section>
  )
}

type FormProps = { readonly t: Texts; readonly report: Report }

type ReadingProps = FormProps & { readonly form: FilledForm; readonly languages: readonly string[] }

function SecondReading({ t, report, form, languages }: ReadingProps) {
  const path = `/analysis/reports/${report.id}`
  const { value: confirmed, ...confirmation } = form.field('isUnrecognisable')
  return (
    <Panel>
      <Section title={t('analysis.reports.reading.title')} level={3}>
        <p>{t('analysis.reports.reading.lead')}</p>
        <List
          items={(['rare', 'place', 'date', 'family'] as const).map((what) => t(`analysis.reports.reading.${what}`))}
        />
        {report.gatheredAt ? (
          <p>
            <LinkButton href={`${path}/document`} look="secondary" icon="eye">
              {t('analysis.reports.document')}
            </LinkButton>
          </p>
        ) : null}
        {languages.length > 0 ? (
          <>
            <p>{t('analysis.reports.reading.languages')}</p>
            <List
              items={languages.map((language) => (
                <Link key={language} href={`${path}/translations/${language}`}>
                  {languageName(t, language)}
                </Link>
              ))}
            />
          </>
        ) : null}
        <Form
          action={`${path}/reading`}
          hidden={{ version: String(report.version), editNumber: String(report.editNumber) }}
        >
          <ErrorSummary title={t('form.summary')} errors={form.errors} />
          <Checkbox {...confirmation} checked={confirmed !== ''} label={t('analysis.reports.reading.confirm')} />
          <ButtonRow>
            <Button look="secondary">{t('analysis.reports.reading.save')}</Button>
          </ButtonRow>
        </Form>
      </Section>
    </Panel>
  )
}

function Publishing({ t, report, isReady }: FormProps & { readonly isReady: boolean }) {
  if (!isReady) return <p>{t('analysis.reports.publish.notYet')}</p>
  return (
    <Form action={`/analysis/reports/${report.id}/publication`} hidden={{ version: String(report.version) }}>
      <p>{t('analysis.reports.publish.lead')}</p>
      <ButtonRow>
        <Button>{t('analysis.reports.publish')}</Button>
      </ButtonRow>
    </Form>
  )
}

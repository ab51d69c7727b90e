import { RefusalSection } from '../../../../../platform/published-files/refusal-section.tsx'
import { Button, ButtonRow, Cluster, FileField, Form, LinkButton, Section } from '../../../../../ui/index.ts'
import type { TranslationPageProps } from './translation-page-props.ts'

/** The same as a sheet, for a translator who does not work here: to take along, and to bring back. */
export function SheetPart({ t, report, language, form, version, mayWrite, refused }: TranslationPageProps) {
  const path = `/analysis/reports/${report.id}/translations/${language}`
  return (
    <Section title={t('analysis.reports.translation.sheet')} id="sheet">
      <p>{t('analysis.reports.translation.sheet.lead')}</p>
      <Cluster>
        <LinkButton href={`${path}/sheet.xlsx`} look="secondary" icon="download">
          {t('analysis.reports.translation.sheet.take')}
        </LinkButton>
      </Cluster>
      {refused ? <RefusalSection t={t} refused={refused} explanation={`analysis.refused.${refused.code}`} /> : null}
      {mayWrite ? (
        <Form action={`${path}/sheet`} encType="multipart/form-data" hidden={{ version: String(version) }}>
          <FileField
            name="file"
            label={t('analysis.reports.translation.sheet.bring')}
            hint={t('analysis.reports.translation.sheet.hint')}
            accept=".xlsx,.ods,.csv"
            error={form.field('file').error}
            required
          />
          <ButtonRow>
            <Button look="secondary">{t('analysis.reports.translation.sheet.save')}</Button>
          </ButtonRow>
        </Form>
      ) : null}
    </Section>
  )
}

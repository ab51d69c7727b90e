import { type Language, languageName } from '../../../../platform/messages/index.ts'
import { Hint, type IconName, LinkList, Section, Status } from '../../../../ui/index.ts'
import { type TranslationStanding, translationStanding } from '../translations/translation.ts'
import type { ReportPageProps } from './report-page-props.ts'

type Props = Pick<ReportPageProps, 't' | 'report' | 'languages' | 'passages' | 'translations'>

/** The languages of residents, each with how much of the report is translated, what is older than the text, and what still has to be read. */
export function TranslationsPart({ t, report, languages, passages, translations }: Props) {
  const standingIn = (language: Language) =>
    translationStanding(
      passages,
      translations.find((one) => one.language === language),
    )
  return (
    <Section title={t('analysis.reports.translations')}>
      <Hint>{t('analysis.reports.translations.hint')}</Hint>
      <LinkList
        label={t('analysis.reports.translations')}
        items={languages
          .filter((language) => language !== report.language)
          .map((language) => {
            const standing = standingIn(language)
            const { all, current, older, awaiting } = standing
            const remarks = [
              older > 0 ? t('analysis.reports.translation.olderCount', { count: older }) : '',
              awaiting > 0 ? t('analysis.reports.translation.awaiting', { count: awaiting }) : '',
            ]
            return {
              key: language,
              title: languageName(t, language),
              href: `/analysis/reports/${report.id}/translations/${language}`,
              meta: (
                <Status
                  word={t('analysis.reports.translation.done', { count: current, all })}
                  icon={iconOf(standing)}
                />
              ),
              description: remarks.filter(Boolean).join(' '),
            }
          })}
      />
    </Section>
  )
}

function iconOf({ all, current, older }: TranslationStanding): IconName {
  if (older > 0) return 'clock'
  return current === all ? 'circle-check' : 'circle-dashed'
}

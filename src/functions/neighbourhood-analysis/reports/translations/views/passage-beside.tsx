import { directionOf, languageName } from '../../../../../platform/messages/index.ts'
import { Checkbox, Disclosure, Grid, Heading, Hint, Prose, Stack, Status, TextArea } from '../../../../../ui/index.ts'
import { Paragraphs } from '../../views/paragraphs.tsx'
import { passageWords } from '../kind-words.ts'
import type { Passage } from '../passages.ts'
import { lastWritten, standingOfPassage } from '../translation.ts'
import type { TranslationPageProps } from './translation-page-props.ts'

type Props = TranslationPageProps & { readonly passage: Passage }

const icons = { missing: 'circle-dashed', older: 'clock', current: 'circle-check' } as const

/** A piece of a report as it was written, and beside it its translation: to write in, or to read. */
export function PassageBeside(props: Props) {
  const { t, report, passages, passage, translation } = props
  const kept = lastWritten(translation, passage.key)
  const standing = standingOfPassage(passage, kept)
  const word = translation?.awaiting.has(passage.key) ? 'awaiting' : standing
  return (
    <Grid cell="large">
      <Stack gap="small">
        <Heading level={2} look={3}>
          {passageWords(t, passage, passages)}
        </Heading>
        <div lang={report.language} dir={directionOf(report.language)}>
          <Prose>
            <Paragraphs text={passage.source} />
          </Prose>
        </div>
        {standing === 'older' && kept?.from ? (
          <Disclosure summary={t('analysis.reports.translation.before')}>
            <div lang={report.language}>
              <Paragraphs text={kept.from} />
            </div>
          </Disclosure>
        ) : null}
      </Stack>
      <Stack gap="small">
        <Status word={t(`analysis.reports.translation.standing.${word}`)} icon={icons[standing]} />
        <TranslationOf {...props} text={kept?.text} isOlder={standing === 'older'} />
      </Stack>
    </Grid>
  )
}

type TextProps = Props & { readonly text: string | undefined; readonly isOlder: boolean }

function TranslationOf({ t, language, passages, passage, form, mayWrite, text, isOlder }: TextProps) {
  const { key, longest, source } = passage
  if (!mayWrite)
    return text === undefined ? (
      <Hint>{t('analysis.reports.translation.fallsBack')}</Hint>
    ) : (
      <div lang={language} dir={directionOf(language)}>
        <Paragraphs text={text} />
      </div>
    )
  const { value: stillHolds, ...holds } = form.field(`holds.${key}`)
  return (
    <>
      <TextArea
        {...form.field(`text.${key}`)}
        label={t('analysis.reports.part.in', {
          part: passageWords(t, passage, passages),
          language: languageName(t, language),
        })}
        lang={language}
        rows={Math.min(14, Math.max(2, Math.ceil(source.length / 40) + 1))}
        maxLength={longest}
        numberPatternWarning={t('analysis.reports.error.numbers')}
      />
      {isOlder ? (
        <Checkbox {...holds} checked={stillHolds !== ''} label={t('analysis.reports.translation.holds')} />
      ) : null}
    </>
  )
}

import { directionOf, isLanguage, type Texts } from '../../../../platform/messages/index.ts'
import { Hint } from '../../../../ui/index.ts'
import { type ReportToRead, type Words, wordsOf } from './published-report.ts'

type Props = { readonly t: Texts; readonly toRead: ReportToRead }
type ToldProps = Props & {
  /** The key of the piece. */
  readonly piece: string
  /** As it was written. */
  readonly source: string
}

/** A piece of a report in a line of text: translated, or as it was written and marked so, that it is read aloud and laid out rightly. */
export function Told({ t, toRead, piece, source }: ToldProps) {
  const { text, language } = wordsOf(toRead, piece, source)
  return <InItsLanguage reader={t.language} words={{ text, language }} />
}

function InItsLanguage({ reader, words: { text, language } }: { readonly reader: string; readonly words: Words }) {
  if (language === reader) return <>{text}</>
  return (
    <span lang={language} dir={isLanguage(language) ? directionOf(language) : 'ltr'}>
      {text}
    </span>
  )
}

/** Says quietly that some of these pieces are not in the reader's language yet; nothing when all of them are. */
export function NotYetTranslated({ t, toRead, pieces }: Props & { readonly pieces: readonly string[] }) {
  const { report, translated } = toRead
  const isOwn = report.language === t.language || pieces.every((piece) => translated?.words.has(piece))
  return isOwn ? null : <Hint>{t('resident.analysis.notYetTranslated')}</Hint>
}

import type { ComponentChildren } from 'preact'
import type { Texts } from '../../../../platform/messages/index.ts'
import type { Spoken } from '../questionnaire/spoken.ts'

type Props = { readonly t: Texts; readonly spoken: Spoken; readonly children: ComponentChildren }

/** Words of the questionnaire on a page that may be in another language: said so, for who hears the page and for its direction. */
export function SpokenPart({ t, spoken, children }: Props) {
  if (spoken.language === t.language) return <>{children}</>
  const isInline = typeof children === 'string'
  const attributes = { lang: languageTag(spoken.language), dir: spoken.direction }
  return isInline ? <span {...attributes}>{children}</span> : <div {...attributes}>{children}</div>
}

/** Names of languages that are no tags, as workbooks have them, say nothing to a browser. */
const languageTag = (language: string) => (/^[a-z]{2,3}$/.test(language) ? language : 'und')

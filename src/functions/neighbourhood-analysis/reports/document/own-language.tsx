import type { ComponentChildren } from 'preact'
import { directionOf, isLanguage } from '../../../../platform/messages/index.ts'

type Props = {
  /** Of the reader. */
  readonly reader: string
  readonly language: string
  readonly children: ComponentChildren
}

/** Text in its own language and direction, so that it is read aloud and laid out rightly in a page of another. */
export function InOwnLanguage({ reader, language, children }: Props) {
  if (language === reader) return <>{children}</>
  return (
    <div lang={language} dir={isLanguage(language) ? directionOf(language) : 'ltr'}>
      {children}
    </div>
  )
}

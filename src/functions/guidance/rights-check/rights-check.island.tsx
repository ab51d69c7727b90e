import { useEffect, useState } from 'preact/hooks'
import { Heading } from '../../../ui/index.ts'
import { CheckOnDevice } from './check-on-device.tsx'
import { type CheckLanguage, checkWords } from './check-words.ts'
import { loadRules } from './loaded-check.ts'
import type { Place } from './step.ts'
import type { Contact } from './views/contact.ts'

export type RightsCheckProps = {
  readonly language: CheckLanguage
  readonly sentences: Readonly<Record<string, string>>
  readonly place: Place
  readonly action: string
  readonly contacts: Readonly<Record<string, Contact>>
}

/** The check in a public page. Before it is awake it shows the heading and no form, because a form without script would send. */
export function RightsCheck({ language, sentences, ...rest }: RightsCheckProps) {
  const [rules, setRules] = useState<ReturnType<typeof loadRules> | null>(null)
  const t = checkWords(sentences, language)
  useEffect(() => setRules(() => loadRules(language)), [language])
  if (!rules) return <Heading level={1}>{t('resident.rightsCheck.people.title')}</Heading>
  return <CheckOnDevice t={t} rules={rules} {...rest} />
}

import { useEffect, useState } from 'preact/hooks'
import { Heading, LateHint, Link, Notice, Stack } from '../../../ui/index.ts'
import { CheckOnDevice } from './check-on-device.tsx'
import { type CheckLanguage, checkWords } from './check-words.ts'
import { loadRules } from './loaded-check.ts'
import type { Place } from './step.ts'
import type { Contact } from './views/contact.ts'

/** Asks the pages of the check as somebody without script gets them. */
export const withoutScript = 'script=off'

export type RightsCheckProps = {
  readonly language: CheckLanguage
  readonly sentences: Readonly<Record<string, string>>
  readonly place: Place
  readonly action: string
  readonly contacts: Readonly<Record<string, Contact>>
}

/**
 * The check in a public page. Before it is awake it shows the heading and no form, because a form without script would send. Who
 * waits too long, and whom the rules do not reach, goes on with the pages that the server makes.
 */
export function RightsCheck({ language, sentences, ...rest }: RightsCheckProps) {
  const [rules, setRules] = useState<ReturnType<typeof loadRules> | null>(null)
  const [isMissing, setMissing] = useState(false)
  const t = checkWords(sentences, language)
  useEffect(() => {
    const loading = loadRules(language)
    loading.catch(() => setMissing(true))
    setRules(() => loading)
  }, [language])
  if (rules && !isMissing) return <CheckOnDevice t={t} rules={rules} {...rest} />
  const title = <Heading level={1}>{t('resident.rightsCheck.people.title')}</Heading>
  const madeByServer = `${rest.action}?${withoutScript}`
  if (isMissing)
    return (
      <Stack>
        {title}
        <Notice kind="attention" announce>
          <p>{t('resident.rightsCheck.missing')}</p>
          <p>
            <Link href={madeByServer}>{t('resident.rightsCheck.goOnHere')}</Link>
          </p>
        </Notice>
      </Stack>
    )
  return (
    <Stack gap="small">
      {title}
      <LateHint>
        {t('resident.rightsCheck.coming')} <Link href={madeByServer}>{t('resident.rightsCheck.tooLong')}</Link>
      </LateHint>
    </Stack>
  )
}

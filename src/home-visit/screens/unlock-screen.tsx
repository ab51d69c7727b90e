import { useState } from 'preact/hooks'
import { Button, Heading, Notice, PasswordField, PhoneLayout, Stack } from '../../ui/index.ts'
import type { Unlocking } from '../lock/lock.ts'
import { triesAllowed } from '../lock/tries.ts'
import { useWords, type VisitorLanguage } from '../texts.ts'
import { DraftForm, one, type Values } from './draft-form.tsx'
import { EmergencyNumbers } from './emergency-numbers.tsx'
import { LanguageLinks } from './language-links.tsx'

type Props = {
  readonly triesLeft: number
  /** Acts that would be lost with the rest. */
  readonly waiting: number
  readonly tryPhrase: (phrase: string) => Promise<Unlocking>
  readonly onOpen: (key: CryptoKey) => Promise<void>
  readonly onErased: () => void
  readonly onLanguage: (language: VisitorLanguage) => void
}

/** The locked phone. Says beforehand what a wrong try costs; the emergency numbers need no phrase. */
export function UnlockScreen({ waiting, tryPhrase, onOpen, onErased, onLanguage, ...start }: Props) {
  const t = useWords()
  const [triesLeft, setTriesLeft] = useState(start.triesLeft)
  const [state, setState] = useState<'ready' | 'busy' | 'wrong' | 'erased'>('ready')
  const send = async (values: Values) => {
    const phrase = one(values, 'phrase')
    if (state === 'busy' || phrase === '') return
    setState('busy')
    const result = await tryPhrase(phrase)
    if (result.kind === 'open') return onOpen(result.key)
    setState(result.kind)
    if (result.kind === 'wrong') setTriesLeft(result.triesLeft)
  }
  if (state === 'erased') return <Erased onErased={onErased} />
  return (
    <PhoneLayout name={t('homeVisit.name')}>
      <Heading level={1}>{t('homeVisit.unlock.title')}</Heading>
      {triesLeft < triesAllowed ? (
        <Notice kind="attention" announce title={state === 'wrong' ? t('homeVisit.unlock.wrong') : undefined}>
          <p>{t('homeVisit.unlock.triesLeft', { count: triesLeft })}</p>
          {waiting > 0 ? <p>{t('homeVisit.unlock.wouldBeLost', { count: waiting })}</p> : null}
        </Notice>
      ) : null}
      <DraftForm onSend={(values) => void send(values)}>
        <PasswordField name="phrase" label={t('homeVisit.phrase.label')} hint={t('homeVisit.unlock.hint')} />
        <Button wide>{state === 'busy' ? t('homeVisit.phrase.busy') : t('homeVisit.unlock.open')}</Button>
      </DraftForm>
      <Stack gap="small">
        <EmergencyNumbers jurisdiction={undefined} />
        <LanguageLinks onLanguage={onLanguage} />
      </Stack>
    </PhoneLayout>
  )
}

function Erased({ onErased }: Pick<Props, 'onErased'>) {
  const t = useWords()
  return (
    <PhoneLayout name={t('homeVisit.name')}>
      <Heading level={1}>{t('homeVisit.erased.title')}</Heading>
      <Notice kind="attention">{t('homeVisit.erased.text')}</Notice>
      <Button type="button" wide onPress={onErased}>
        {t('homeVisit.erased.again')}
      </Button>
    </PhoneLayout>
  )
}

import { useState } from 'preact/hooks'
import { Button, ContactLines, Heading, Hint, Notice, PasswordField, PhoneLayout, Stack } from '../../ui/index.ts'
import type { Face } from '../device/phone-database.ts'
import type { Unlocking } from '../lock/lock.ts'
import { triesAllowed } from '../lock/tries.ts'
import { useWords, type VisitorLanguage } from '../texts.ts'
import { DraftForm, one, type Values } from './draft-form.tsx'
import { EmergencyNumbers } from './emergency-numbers.tsx'
import { LanguageLinks } from './language-links.tsx'
import { ShowPhrase, typedPhrase } from './show-phrase.tsx'

type Props = {
  readonly triesLeft: number
  /** Acts that would be lost with the rest. */
  readonly waiting: number
  /** Absent when the phone never had a network since it was prepared. */
  readonly face: Face | undefined
  readonly tryPhrase: (phrase: string) => Promise<Unlocking>
  readonly onOpen: (key: CryptoKey) => Promise<void>
  readonly onErased: () => void
  readonly onLanguage: (language: VisitorLanguage) => void
}

/** The locked phone. Says beforehand what a wrong try costs; whom to call needs no phrase. */
export function UnlockScreen({ waiting, face, tryPhrase, onOpen, onErased, onLanguage, ...start }: Props) {
  const t = useWords()
  const [values, setValues] = useState<Values>({})
  const [triesLeft, setTriesLeft] = useState(start.triesLeft)
  const [state, setState] = useState<'ready' | 'busy' | 'wrong' | 'erased' | 'failed'>('ready')
  const send = async (sent: Values) => {
    const phrase = one(sent, 'phrase')
    if (state === 'busy' || phrase === '') return
    setState('busy')
    const result = await tryPhrase(phrase)
    if (result.kind === 'open') return onOpen(result.key)
    setState(result.kind)
    setValues({ ...sent, phrase: '' })
    if (result.kind === 'wrong') setTriesLeft(result.triesLeft)
  }
  if (state === 'erased') return <Erased face={face} onErased={onErased} />
  return (
    <PhoneLayout
      name={face?.name ?? t('homeVisit.name')}
      status={state === 'busy' ? t('homeVisit.phrase.busy') : undefined}
    >
      <Heading level={1}>{t('homeVisit.unlock.title')}</Heading>
      {state === 'failed' ? <Notice kind="alarm">{t('homeVisit.phrase.failed')}</Notice> : null}
      {triesLeft < triesAllowed ? (
        <Notice kind="attention" announce title={state === 'wrong' ? t('homeVisit.unlock.wrong') : undefined}>
          <p>{t('homeVisit.unlock.triesLeft', { count: triesLeft })}</p>
          {waiting > 0 ? <p>{t('homeVisit.unlock.wouldBeLost', { count: waiting })}</p> : null}
        </Notice>
      ) : null}
      <DraftForm onChange={setValues} onSend={(sent) => void send(sent).catch(() => setState('failed'))}>
        <PasswordField
          name="phrase"
          label={t('homeVisit.phrase.label')}
          hint={t('homeVisit.unlock.hint')}
          typed={typedPhrase(values, 'phrase')}
        />
        <ShowPhrase values={values} />
        <Button wide>{t(state === 'busy' ? 'homeVisit.phrase.busy' : 'homeVisit.unlock.open')}</Button>
      </DraftForm>
      <WhomToCall face={face} />
      <LanguageLinks onLanguage={onLanguage} />
    </PhoneLayout>
  )
}

function Erased({ face, onErased }: Pick<Props, 'face' | 'onErased'>) {
  const t = useWords()
  return (
    <PhoneLayout name={face?.name ?? t('homeVisit.name')}>
      <Heading level={1}>{t('homeVisit.erased.title')}</Heading>
      <Notice kind="attention">{t('homeVisit.erased.text')}</Notice>
      <Button type="button" wide onPress={onErased}>
        {t('homeVisit.erased.again')}
      </Button>
      <WhomToCall face={face} />
    </PhoneLayout>
  )
}

/** The municipality and the emergency numbers, to press. */
function WhomToCall({ face }: Pick<Props, 'face'>) {
  const t = useWords()
  return (
    <Stack gap="small">
      {face?.phone ? (
        <Stack gap="tiny">
          <Hint>{t('homeVisit.municipalityPhone')}</Hint>
          <ContactLines lines={[{ kind: 'phone', label: t('homeVisit.onCall.phone'), text: face.phone }]} />
        </Stack>
      ) : null}
      <EmergencyNumbers jurisdiction={face?.jurisdiction} />
    </Stack>
  )
}

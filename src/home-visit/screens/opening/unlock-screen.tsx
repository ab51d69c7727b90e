import { useState } from 'preact/hooks'
import { Button, Heading, Hint, Notice, PasswordField, PhoneLayout } from '../../../ui/index.ts'
import type { Face } from '../../device/phone-database.ts'
import type { Unlocking } from '../../lock/lock.ts'
import { triesAllowed } from '../../lock/tries.ts'
import { useWords, type VisitorLanguage } from '../../texts.ts'
import { DraftForm, one, type Values } from '../draft-form.tsx'
import { LanguageLinks } from '../language-links.tsx'
import { WhomToCall } from '../whom-to-call.tsx'
import { ShowPhrase, typedPhrase } from './show-phrase.tsx'

type Props = {
  /** What others who use this phone call it by. */
  readonly name: string | null
  readonly isShared: boolean
  readonly triesLeft: number
  /** Acts that would be lost with the rest. */
  readonly waiting: number
  /** Absent when the phone never had a network since it was prepared. */
  readonly face: Face | undefined
  readonly tryPhrase: (phrase: string) => Promise<Unlocking>
  readonly onOpen: (key: CryptoKey) => Promise<void>
  readonly onErased: () => void
  /** Somebody else has the phone now. */
  readonly onOther: () => void
  readonly onLanguage: (language: VisitorLanguage) => void
}

/** A locked notebook. Says beforehand what a wrong try costs; whom to call needs no phrase. */
export function UnlockScreen({ name, isShared, waiting, face, tryPhrase, onOpen, onErased, ...rest }: Props) {
  const { onOther, onLanguage, ...start } = rest
  const t = useWords()
  const [values, setValues] = useState<Values>({})
  const [triesLeft, setTriesLeft] = useState(start.triesLeft)
  const [state, setState] = useState<'ready' | 'busy' | 'wrong' | 'failed'>('ready')
  const send = async (sent: Values) => {
    const phrase = one(sent, 'phrase')
    if (state === 'busy' || phrase === '') return
    setState('busy')
    const result = await tryPhrase(phrase)
    if (result.kind === 'open') return onOpen(result.key)
    if (result.kind === 'erased') return onErased()
    setState(result.kind)
    setValues({ ...sent, phrase: '' })
    if (result.kind === 'wrong') setTriesLeft(result.triesLeft)
  }
  return (
    <PhoneLayout
      name={face?.name ?? t('homeVisit.name')}
      status={state === 'busy' ? t('homeVisit.phrase.busy') : undefined}
    >
      <Heading level={1}>{t('homeVisit.unlock.title')}</Heading>
      {isShared ? <Hint>{name ?? t('homeVisit.choose.unnamed')}</Hint> : null}
      {state === 'failed' ? <Notice kind="alarm">{t('homeVisit.phrase.failed')}</Notice> : null}
      {triesLeft < triesAllowed || state === 'wrong' ? (
        <Notice kind="attention" announce title={state === 'wrong' ? t('homeVisit.unlock.wrong') : undefined}>
          <p>{t(isShared ? 'homeVisit.unlock.triesLeftShared' : 'homeVisit.unlock.triesLeft', { count: triesLeft })}</p>
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
      <Button type="button" look="quiet" icon="users" onPress={onOther}>
        {t(isShared ? 'homeVisit.unlock.other' : 'homeVisit.unlock.share')}
      </Button>
      <WhomToCall face={face} />
      <LanguageLinks onLanguage={onLanguage} />
    </PhoneLayout>
  )
}

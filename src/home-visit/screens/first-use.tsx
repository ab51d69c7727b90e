import { useEffect, useState } from 'preact/hooks'
import {
  Button,
  ErrorSummary,
  Heading,
  Lead,
  LinkButton,
  List,
  Notice,
  PasswordField,
  PhoneLayout,
  Stack,
} from '../../ui/index.ts'
import { phraseProblem, triesAllowed } from '../lock/tries.ts'
import { useWords, type VisitorLanguage } from '../texts.ts'
import { DraftForm, one, type Values } from './draft-form.tsx'
import { LanguageLinks } from './language-links.tsx'
import { ShowPhrase, typedPhrase } from './show-phrase.tsx'

type Props = {
  readonly setUp: (phrase: string) => Promise<CryptoKey>
  readonly onReady: (key: CryptoKey) => Promise<void>
  readonly onLanguage: (language: VisitorLanguage) => void
}
type Access = 'asking' | 'signedIn' | 'signedOut' | 'noNetwork'

/** The first time on this phone: be signed in, then choose the phrase that locks what is kept here. */
export function FirstUse({ setUp, onReady, onLanguage }: Props) {
  const t = useWords()
  const access = useAccess()
  return (
    <PhoneLayout name={t('homeVisit.name')}>
      <Heading level={1}>{t('homeVisit.firstUse.title')}</Heading>
      {access === 'signedIn' ? <ChoosePhrase setUp={setUp} onReady={onReady} /> : null}
      {access === 'signedOut' ? (
        <Stack>
          <Lead>{t('homeVisit.firstUse.signIn')}</Lead>
          <LinkButton href="/sign-in?next=/visits" look="primary" wide>
            {t('homeVisit.signIn')}
          </LinkButton>
        </Stack>
      ) : null}
      {access === 'noNetwork' ? <Notice kind="attention">{t('homeVisit.firstUse.noNetwork')}</Notice> : null}
      <LanguageLinks onLanguage={onLanguage} />
    </PhoneLayout>
  )
}

function ChoosePhrase({ setUp, onReady }: Pick<Props, 'setUp' | 'onReady'>) {
  const t = useWords()
  const [values, setValues] = useState<Values>({})
  const [problem, setProblem] = useState<ReturnType<typeof phraseProblem>>()
  const [state, setState] = useState<'ready' | 'busy' | 'failed'>('ready')
  const send = async (sent: Values) => {
    const phrase = one(sent, 'phrase')
    const found = phraseProblem(phrase, one(sent, 'repeated'))
    setProblem(found)
    if (found || state === 'busy') return
    setState('busy')
    await setUp(phrase)
      .then(onReady)
      .catch(() => setState('failed'))
  }
  const error = problem && t(`homeVisit.phrase.${problem}`)
  return (
    <Stack>
      <Lead>{t('homeVisit.firstUse.why')}</Lead>
      <List
        items={[
          t('homeVisit.firstUse.hint'),
          t('homeVisit.firstUse.tries', { count: triesAllowed }),
          t('homeVisit.firstUse.nobody'),
        ]}
      />
      {state === 'failed' ? <Notice kind="alarm">{t('homeVisit.phrase.failed')}</Notice> : null}
      <DraftForm onChange={setValues} onSend={(sent) => void send(sent)}>
        <ErrorSummary title={t('homeVisit.errors')} errors={error ? [{ field: 'phrase', text: error }] : []} />
        <PasswordField
          name="phrase"
          label={t('homeVisit.phrase.label')}
          hint={t('homeVisit.phrase.hint')}
          autocomplete="new-password"
          typed={typedPhrase(values, 'phrase')}
          error={error}
        />
        <PasswordField
          name="repeated"
          label={t('homeVisit.phrase.again')}
          autocomplete="new-password"
          typed={typedPhrase(values, 'repeated')}
        />
        <ShowPhrase values={values} />
        <Button wide>{t(state === 'busy' ? 'homeVisit.phrase.busy' : 'homeVisit.firstUse.start')}</Button>
      </DraftForm>
    </Stack>
  )
}

/** Whether somebody is signed in who may use the app. */
function useAccess(): Access {
  const [access, setAccess] = useState<Access>('asking')
  useEffect(() => {
    const ask = async () => {
      const response = await fetch('/api/visits/rounds', { cache: 'no-store' }).catch(() => undefined)
      setAccess(response ? (response.ok ? 'signedIn' : 'signedOut') : 'noNetwork')
    }
    void ask()
    addEventListener('online', ask)
    return () => removeEventListener('online', ask)
  }, [])
  return access
}

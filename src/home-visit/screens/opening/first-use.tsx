import { useEffect, useState } from 'preact/hooks'
import type { RoundsAnswer } from '../../../functions/detection/contract.ts'
import {
  Button,
  ErrorSummary,
  Heading,
  Hint,
  Lead,
  LinkButton,
  List,
  Notice,
  PasswordField,
  PhoneLayout,
  Stack,
  TextField,
} from '../../../ui/index.ts'
import { endSession, noteWithoutNotebook } from '../../device/leaving.ts'
import type { KeptNotebook } from '../../device/phone.ts'
import { phraseProblem, triesAllowed } from '../../lock/tries.ts'
import { newNotebook } from '../../stage.ts'
import { useWords, type VisitorLanguage } from '../../texts.ts'
import { DraftForm, one, typed, type Values } from '../draft-form.tsx'
import { LanguageLinks } from '../language-links.tsx'
import { useAccess } from './access.ts'
import { longestName } from './notebook-name.tsx'
import { ShowPhrase, typedPhrase } from './show-phrase.tsx'

/** What somebody chose for the notebook that is to be prepared; `name` only on a phone that others use too. */
export type NewNotebook = { readonly phrase: string; readonly name: string | null; readonly visitorId: string }

type Props = {
  /** Notebooks that are on this phone already. */
  readonly others: readonly KeptNotebook[]
  /** Makes the notebook and opens it. */
  readonly onPrepare: (chosen: NewNotebook) => Promise<void>
  readonly onBack: () => void
  readonly onLanguage: (language: VisitorLanguage) => void
}

/** The first time on this phone: be signed in, then choose the phrase that locks what is kept here. */
export function FirstUse({ others, onPrepare, onBack, onLanguage }: Props) {
  const t = useWords()
  const access = useAccess(others)
  const isShared = others.length > 0
  const isWithoutNotebook = isShared && access.kind === 'signedIn'
  useEffect(() => {
    if (isWithoutNotebook) noteWithoutNotebook()
  }, [isWithoutNotebook])
  const goBack = () => {
    // Who goes away without a notebook leaves no session to whoever is next.
    if (isWithoutNotebook) void endSession()
    onBack()
  }
  const signIn = `/sign-in?next=${encodeURIComponent(isShared ? `/visits${newNotebook}` : '/visits')}`
  return (
    <PhoneLayout name={t('homeVisit.name')}>
      {isShared ? (
        <Button type="button" look="quiet" icon="arrow-left" onPress={goBack}>
          {t('homeVisit.back')}
        </Button>
      ) : null}
      <Heading level={1}>{t(isShared ? 'homeVisit.choose.new' : 'homeVisit.firstUse.title')}</Heading>
      {access.kind === 'signedIn' ? (
        <ChoosePhrase
          others={others}
          visitor={access.visitor}
          onChosen={(chosen) => onPrepare({ ...chosen, visitorId: access.visitor.id })}
        />
      ) : null}
      {access.kind === 'signedOut' ? (
        <Stack>
          <Lead>{t('homeVisit.firstUse.signIn')}</Lead>
          <LinkButton href={signIn} look="primary" wide>
            {t('homeVisit.signIn')}
          </LinkButton>
        </Stack>
      ) : null}
      {access.kind === 'someoneElse' ? (
        <Stack>
          <Lead>{t('homeVisit.firstUse.someoneElse')}</Lead>
          <Button type="button" wide onPress={() => void endSession().then(() => location.assign(signIn))}>
            {t('homeVisit.signInOneself')}
          </Button>
        </Stack>
      ) : null}
      {access.kind === 'openOtherFirst' ? <Notice kind="attention">{t('homeVisit.firstUse.openOther')}</Notice> : null}
      {access.kind === 'noNetwork' ? <Notice kind="attention">{t('homeVisit.firstUse.noNetwork')}</Notice> : null}
      <LanguageLinks onLanguage={onLanguage} />
    </PhoneLayout>
  )
}

type Choosing = Pick<Props, 'others'> & {
  readonly visitor: RoundsAnswer['visitor']
  readonly onChosen: (chosen: Omit<NewNotebook, 'visitorId'>) => Promise<void>
}

function ChoosePhrase({ others, visitor, onChosen }: Choosing) {
  const t = useWords()
  const isShared = others.length > 0
  const [values, setValues] = useState<Values>({})
  const [problems, setProblems] = useState<Problems>({})
  const [state, setState] = useState<'ready' | 'busy' | 'failed'>('ready')
  const send = async (sent: Values) => {
    const found = problemsIn(sent, others)
    setProblems(found)
    if (found.name || found.phrase || state === 'busy') return
    setState('busy')
    await onChosen({ phrase: one(sent, 'phrase'), name: isShared ? one(sent, 'name') : null }).catch(() =>
      setState('failed'),
    )
  }
  const errors = (['name', 'phrase'] as const).flatMap((field) =>
    problems[field] ? [{ field, text: t(problems[field]) }] : [],
  )
  const errorOf = (name: string) => errors.find(({ field }) => field === name)?.text
  return (
    <Stack>
      {isShared ? <Hint>{t('homeVisit.firstUse.signedInAs', { name: visitor.name })}</Hint> : null}
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
        <ErrorSummary title={t('homeVisit.errors')} errors={errors} />
        {isShared ? (
          <TextField
            name="name"
            label={t('homeVisit.sharing.name')}
            hint={t('homeVisit.sharing.nameHint')}
            value={typed(values, 'name')}
            maxLength={longestName}
            autocomplete="off"
            error={errorOf('name')}
          />
        ) : null}
        <PasswordField
          name="phrase"
          label={t('homeVisit.phrase.label')}
          hint={t('homeVisit.phrase.hint')}
          autocomplete="new-password"
          typed={typedPhrase(values, 'phrase')}
          error={errorOf('phrase')}
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

type Problems = { readonly name?: string | undefined; readonly phrase?: string | undefined }

/** Sentences about what was chosen, by field. */
function problemsIn(sent: Values, others: readonly KeptNotebook[]): Problems {
  const name = one(sent, 'name').toLowerCase()
  const isTaken = others.some(({ own }) => own.name?.toLowerCase() === name)
  const phrase = phraseProblem(one(sent, 'phrase'), one(sent, 'repeated'))
  return {
    name: others.length === 0 ? undefined : nameProblem(name, isTaken),
    phrase: phrase && `homeVisit.phrase.${phrase}`,
  }
}

const nameProblem = (name: string, isTaken: boolean) =>
  name === '' ? 'homeVisit.sharing.nameMissing' : isTaken ? 'homeVisit.sharing.nameTaken' : undefined

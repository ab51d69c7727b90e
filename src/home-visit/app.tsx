import { useEffect, useState } from 'preact/hooks'
import { keepFace } from './device/face.ts'
import { dropFarewells } from './device/farewell.ts'
import { endSession, noteOpen, noteSignedOut, stay } from './device/leaving.ts'
import { changeOwn, keepOwn } from './device/own.ts'
import type { KeptNotebook, Phone } from './device/phone.ts'
import { eraseEverything } from './device/phone-database.ts'
import { erase } from './device/remote-wipe.ts'
import { goTo } from './fragment.ts'
import { deriveInWorker, prepareToDerive } from './lock/derive-in-worker.ts'
import { setUpLock, unlock } from './lock/lock.ts'
import { openNotebook } from './notebook/notebook.ts'
import type { SendResult } from './outbox/send.ts'
import { startSync } from './outbox/sync.ts'
import { OpenScreens } from './screens/open-screens.tsx'
import { ChooseScreen } from './screens/opening/choose-screen.tsx'
import { FarewellScreen } from './screens/opening/farewell-screen.tsx'
import { FirstUse, type NewNotebook } from './screens/opening/first-use.tsx'
import { UnlockScreen } from './screens/opening/unlock-screen.tsx'
import { type Locked, lockedStage, newNotebook, type Open } from './stage.ts'
import { chooseLanguage, loadWords, type VisitorLanguage, type Words, WordsContext } from './texts.ts'
import { putAway, type Shown, type Stages, useStage } from './use-stage.ts'

type Props = Shown & { readonly phone: Phone; readonly words: Words }

/** The app: choosing a notebook, one that is locked, or one that is open with its screens. A key lives only in the open stage. */
export function App({ phone, words: firstWords, ...start }: Props) {
  const [words, setWords] = useState(() => firstWords)
  const stages = useStage(phone, start)
  const { kind } = stages.stage
  useEffect(() => {
    if (kind !== 'open') prepareToDerive()
  }, [kind])
  useEffect(() => {
    document.documentElement.lang = words.language
    document.documentElement.dir = words.direction
  }, [words])
  const speak = (language: VisitorLanguage) => {
    chooseLanguage(language)
    void loadWords(language).then((loaded) => setWords(() => loaded))
  }
  return (
    <WordsContext.Provider value={words}>
      <Screen phone={phone} stages={stages} onLanguage={speak} />
    </WordsContext.Provider>
  )
}

type Parts = {
  readonly phone: Phone
  readonly stages: Stages
  readonly onLanguage: (language: VisitorLanguage) => void
}

function Screen({ phone, stages, onLanguage }: Parts) {
  const { stage, face, show, begin } = stages
  const beginAt = (fragment: string) => {
    goTo(fragment)
    void begin()
  }
  const read = () => {
    dropFarewells(localStorage)
    void begin()
  }
  switch (stage.kind) {
    case 'farewell':
      return <FarewellScreen {...stage} onRead={read} />
    case 'choosing':
      return (
        <ChooseScreen
          notebooks={stage.notebooks}
          face={face}
          onChoose={(kept) => void lockedStage(kept, stage.notebooks.length > 1).then(show)}
          onNew={() => beginAt(newNotebook)}
          onLanguage={onLanguage}
        />
      )
    case 'firstUse':
      return (
        <FirstUse
          others={stage.others}
          onPrepare={(chosen) => prepare(phone, stages, chosen)}
          onBack={() => beginAt('#/')}
          onLanguage={onLanguage}
        />
      )
    case 'locked':
      return <LockedNotebook key={stage.kept.db.name} {...{ phone, stages, onLanguage, stage }} />
    case 'open':
      return <OpenNotebook key={stage.kept.db.name} {...{ phone, stages, onLanguage, stage }} />
  }
}

function LockedNotebook({ phone, stages, onLanguage, stage }: Parts & { readonly stage: Locked }) {
  const { db, own } = stage.kept
  const eraseIt = () => erase(stage.kept, { cause: 'wrongPhrases', now: new Date(), store: localStorage })
  return (
    <UnlockScreen
      {...stage}
      name={own.name}
      face={stages.face}
      tryPhrase={(phrase) => unlock(db, deriveInWorker, phrase, eraseIt)}
      onOpen={(key) => open(phone, stages, stage.kept, key)}
      onErased={() => void stages.begin()}
      onOther={() => void phone.notebooks().then((notebooks) => stages.show({ kind: 'choosing', notebooks }))}
      onLanguage={onLanguage}
    />
  )
}

function OpenNotebook({ stages, onLanguage, stage }: Parts & { readonly stage: Open }) {
  const { kept, notebook, sync, isShared } = stage
  const rename = async (name: string) => {
    await changeOwn(kept.db, { name })
    await stages.show({ ...stage, kept: { ...kept, own: { ...kept.own, name } } })
  }
  return (
    <OpenScreens
      notebook={notebook}
      sync={sync}
      sharing={{ isShared, name: kept.own.name ?? '', onRename: rename }}
      onLock={() => {
        putAway(stage)
        void stages.begin()
      }}
      onSignOut={() => void signOut(stage)}
      onLanguage={onLanguage}
      onMunicipality={(municipality) => void keepFace(kept.db, municipality)}
    />
  )
}

/** Makes a notebook for whoever is signed in, and opens it. It must be known to the server before that session ends. */
async function prepare(phone: Phone, stages: Stages, { phrase, name, visitorId }: NewNotebook): Promise<void> {
  const db = await phone.placeForNew()
  await keepOwn(db, { name, visitorId })
  const key = await setUpLock(db, deriveInWorker, phrase)
  const kept = (await phone.notebooks()).find((one) => one.db === db)
  if (!kept) throw new Error('what was prepared is gone')
  goTo('#/')
  stages.tend()
  await open(phone, stages, kept, key)
}

async function open(phone: Phone, stages: Stages, kept: KeptNotebook, key: CryptoKey): Promise<void> {
  stay(kept.db.name)
  const notebook = await openNotebook(kept.db, key, () => new Date())
  const isShared = (await phone.notebooks()).length > 1
  const noteSession = (result: SendResult) => {
    if (result === 'signedOut') noteSignedOut()
    if (isShared && result === 'resting') noteOpen(kept.db.name)
  }
  if (isShared) noteOpen(kept.db.name)
  await stages.show({ kind: 'open', kept, notebook, sync: startSync(notebook, noteSession), isShared })
}

/** Erases the notebook first, so that a network that fails leaves nothing behind; then ends the session. */
async function signOut({ kept, sync, isShared }: Open): Promise<void> {
  sync.stop()
  await eraseEverything(kept.db)
  await endSession(kept.db.name)
  location.replace(isShared ? '/visits' : '/sign-in?next=/visits')
}

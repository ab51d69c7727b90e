import { useEffect, useState } from 'preact/hooks'
import { keepFace, wearKeptFace } from './device/face.ts'
import { eraseEverything, type Face, type PhoneDatabase, waitingCount } from './device/phone-database.ts'
import { onLongAway } from './lock/auto-lock.ts'
import { deriveInWorker, prepareToDerive } from './lock/derive-in-worker.ts'
import { lockState, setUpLock, unlock } from './lock/lock.ts'
import { type Notebook, openNotebook } from './notebook/notebook.ts'
import { type Sync, startSync } from './outbox/sync.ts'
import { FirstUse } from './screens/first-use.tsx'
import { OpenScreens } from './screens/open-screens.tsx'
import { UnlockScreen } from './screens/unlock-screen.tsx'
import { chooseLanguage, loadWords, type VisitorLanguage, type Words, WordsContext } from './texts.ts'

/** Minutes out of sight after which the notebook closes by itself. */
const minutesAway = 5

type Stage =
  | { readonly kind: 'firstUse' }
  | { readonly kind: 'locked'; readonly triesLeft: number; readonly waiting: number }
  | { readonly kind: 'open'; readonly notebook: Notebook; readonly sync: Sync }

type Props = {
  readonly db: PhoneDatabase
  readonly words: Words
  readonly stage: Stage
  readonly face: Face | undefined
  /** The phone was prepared: from now on it keeps something. */
  readonly onPrepared: () => void
}

/** What the phone shows first: choosing a phrase, or unlocking. */
export async function firstStage(db: PhoneDatabase): Promise<Stage> {
  const lock = await lockState(db)
  return lock ? { kind: 'locked', triesLeft: lock.triesLeft, waiting: await waitingCount(db) } : { kind: 'firstUse' }
}

/** The app: locked, or open with its screens. The key lives only in the open stage. */
export function App({ db, ...start }: Props) {
  const [words, setWords] = useState(() => start.words)
  const [stage, setStage] = useState(start.stage)
  const [face, setFace] = useState(start.face)
  const speak = (language: VisitorLanguage) => {
    chooseLanguage(language)
    void loadWords(language).then((loaded) => setWords(() => loaded))
  }
  const open = async (key: CryptoKey) => {
    const notebook = await openNotebook(db, key, () => new Date())
    setStage({ kind: 'open', notebook, sync: startSync(notebook) })
  }
  const lock = async () => {
    if (stage.kind === 'open') stage.sync.stop()
    setFace(await wearKeptFace(db))
    setStage(await firstStage(db))
  }
  useEffect(() => {
    if (stage.kind !== 'open') prepareToDerive()
  }, [stage])
  useEffect(() => (stage.kind === 'open' ? onLongAway(minutesAway, () => void lock()) : undefined), [stage])
  useEffect(() => {
    document.documentElement.lang = words.language
    document.documentElement.dir = words.direction
  }, [words])
  return (
    <WordsContext.Provider value={words}>
      {stage.kind === 'firstUse' ? (
        <FirstUse
          onReady={(key) => {
            start.onPrepared()
            return open(key)
          }}
          setUp={(phrase) => setUpLock(db, deriveInWorker, phrase)}
          onLanguage={speak}
        />
      ) : null}
      {stage.kind === 'locked' ? (
        <UnlockScreen
          {...stage}
          face={face}
          tryPhrase={(phrase) => unlock(db, deriveInWorker, phrase)}
          onOpen={open}
          onErased={restart}
          onLanguage={speak}
        />
      ) : null}
      {stage.kind === 'open' ? (
        <OpenScreens
          notebook={stage.notebook}
          sync={stage.sync}
          onLock={() => void lock()}
          onSignOut={() => void signOut(db)}
          onLanguage={speak}
          onMunicipality={(municipality) => void keepFace(db, municipality)}
        />
      ) : null}
    </WordsContext.Provider>
  )
}

/** Erases the phone first, so that a network that fails leaves nothing behind; then ends the session. */
async function signOut(db: PhoneDatabase): Promise<void> {
  await eraseEverything(db)
  await fetch('/sign-out', { method: 'POST', redirect: 'manual' }).catch(() => undefined)
  location.replace('/sign-in?next=/visits')
}

/** After erasing there is no database any more: begin anew. */
const restart = () => location.replace('/visits')

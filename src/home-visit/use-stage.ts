import { useEffect, useRef, useState } from 'preact/hooks'
import { wearKeptFace } from './device/face.ts'
import { endSession } from './device/leaving.ts'
import type { Phone } from './device/phone.ts'
import type { Face } from './device/phone-database.ts'
import { tendPhone } from './device/tending.ts'
import { goTo } from './fragment.ts'
import { onLongAway, onLongIdle } from './lock/auto-lock.ts'
import { firstStage, notebooksIn, type Open, type Stage } from './stage.ts'

/** Minutes out of sight after which a notebook closes by itself. */
const minutesAway = 5
/** Minutes without a touch after which one does on a phone that several share, and after which a session left behind ends. */
const minutesIdle = 2

export type Shown = { readonly stage: Stage; readonly face: Face | undefined }
export type Stages = Shown & {
  readonly show: (next: Stage) => Promise<void>
  /** Back to what the phone shows first. */
  readonly begin: () => Promise<void>
  /** Forgets and reports once more, for every notebook. */
  readonly tend: () => void
}

/** What the phone shows, with the face that goes with it. Begins again when what it shows was erased, and closes what is left open. */
export function useStage(phone: Phone, start: Shown): Stages {
  const [{ stage, face }, set] = useState(start)
  const shown = useRef(stage)
  shown.current = stage
  const tend = useRef(() => {})
  const show = async (next: Stage) => {
    const worn = await wearKeptFace(notebooksIn(next).map(({ db }) => db))
    set({ stage: next, face: worn })
  }
  const begin = async () => show(await firstStage(phone, localStorage, new Date()))
  useEffect(() => {
    const goneFrom = (name: string) => {
      const { current } = shown
      // Who works in another notebook, or prepares one, is not disturbed.
      if (current.kind === 'firstUse' || !notebooksIn(current).some(({ db }) => db.name === name)) return
      if (current.kind === 'open') current.sync.stop()
      void begin()
    }
    const ask = (path: string, init: RequestInit) => fetch(path, init)
    tend.current = tendPhone(phone, { clock: () => new Date(), store: localStorage, fetch: ask }, goneFrom)
    return phone.onErasedElsewhere(goneFrom)
  }, [])
  useLocking(stage, begin)
  return { stage, face, show, begin, tend: () => tend.current() }
}

/** Closes a notebook; who has the phone next does not go on where it was, nor in its session. */
export function putAway({ kept, sync, isShared }: Open): void {
  sync.stop()
  if (!isShared) return
  goTo('#/')
  void endSession(kept.db.name)
}

/** Closes by itself what is left open; on a shared phone sooner, and the session goes along. */
function useLocking(stage: Stage, begin: () => Promise<void>): void {
  useEffect(() => {
    if (stage.kind === 'open') {
      const close = () => {
        putAway(stage)
        void begin()
      }
      return stage.isShared ? onLongIdle(minutesIdle, close) : onLongAway(minutesAway, close)
    }
    if (!isOfMore(stage)) return undefined
    const leave = async () => {
      await endSession()
      if (stage.kind !== 'firstUse') return
      goTo('#/')
      await begin()
    }
    return onLongIdle(minutesIdle, () => void leave())
  }, [stage])
}

/** Whether a phone on which no notebook is open is one that several share: a session that is left on it ends. */
function isOfMore(stage: Exclude<Stage, Open>): boolean {
  switch (stage.kind) {
    case 'choosing':
      return stage.notebooks.length > 1
    case 'locked':
      return stage.isShared
    case 'firstUse':
      return stage.others.length > 0
    case 'farewell':
      return false
  }
}

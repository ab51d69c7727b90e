import { useEffect, useState } from 'preact/hooks'
import type { RoundsAnswer } from '../../functions/detection/contract.ts'
import { PhoneLayout } from '../../ui/index.ts'
import { type Place, usePlace } from '../fragment.ts'
import type { Notebook } from '../notebook/notebook.ts'
import { type Page, waitingActs } from '../notebook/page.ts'
import type { Sync } from '../outbox/sync.ts'
import { RightsOnDemand } from '../rights/rights-on-demand.tsx'
import { useRightsPlace } from '../rights/rights-place.ts'
import { useWords, type VisitorLanguage } from '../texts.ts'
import { CardScreen } from './cards/card-screen.tsx'
import { CardsScreen } from './cards/cards-screen.tsx'
import { DoorScreen } from './door-screen.tsx'
import type { Sharing } from './opening/notebook-name.tsx'
import { RoundScreen } from './round-screen.tsx'
import { SafetyScreen } from './safety-screen.tsx'
import { SettingsScreen } from './settings-screen.tsx'
import { NotKept, SyncNotices, useSyncWords } from './sync-notices.tsx'
import type { Working } from './working.ts'

type Props = {
  readonly notebook: Notebook
  readonly sync: Sync
  readonly sharing: Sharing
  readonly onLock: () => void
  readonly onSignOut: () => void
  readonly onLanguage: (language: VisitorLanguage) => void
  /** Called when the server told which municipality this is. */
  readonly onMunicipality: (municipality: RoundsAnswer['municipality']) => void
}

/** The open notebook: one screen at a time, with help and what waits always in reach. */
export function OpenScreens({ notebook, sync, onMunicipality, ...ways }: Props) {
  const t = useWords()
  const page = usePage(notebook)
  const place = usePlace()
  const status = useSyncWords(page)
  const [failed, setFailed] = useState(false)
  useFocusOnArrival(place)
  useEffect(() => {
    if (page.self) onMunicipality(page.self.municipality)
  }, [page.self?.fetchedAt])
  useRightsPlace(notebook, page)
  const saying = async (writing: Promise<void>): Promise<boolean> => {
    const isKept = await writing.then(
      () => true,
      () => false,
    )
    setFailed(!isKept)
    return isKept
  }
  const work: Working = {
    page,
    now: notebook.now,
    write: async (acts, changes) => {
      const isKept = await saying(notebook.write(acts, changes))
      if (isKept) sync.now()
      return isKept
    },
    keepDraft: (draft) => saying(notebook.keepDraft(draft)),
    keepCheck: (check) => saying(notebook.keepCheck(check)),
    dropCheck: (doorId) => saying(notebook.dropCheck(doorId)),
  }
  const [name = 'round'] = place.path
  return (
    <PhoneLayout
      name={page.self?.municipality.name ?? t('homeVisit.name')}
      status={status}
      back={backFrom(place, t('homeVisit.back'))}
      barLabel={t('homeVisit.bar')}
      bar={[
        { href: '#/', text: t('homeVisit.bar.round'), icon: 'route', current: name === 'round' || name === 'door' },
        {
          href: '#/cards',
          text: t('homeVisit.bar.cards'),
          icon: 'inbox',
          current: name === 'cards',
          count: { value: waitingActs(page).length, about: t('homeVisit.bar.waiting') },
        },
        { href: '#/settings', text: t('homeVisit.bar.settings'), icon: 'settings', current: name === 'settings' },
        { href: '#/help', text: t('homeVisit.bar.help'), icon: 'siren', current: name === 'help', urgent: true },
      ]}
      notices={
        <>
          {failed || page.sync.kind === 'phoneFull' ? <NotKept page={page} /> : null}
          <SyncNotices page={page} />
        </>
      }
    >
      <Screen place={place} work={work} notebook={notebook} sync={sync} {...ways} />
    </PhoneLayout>
  )
}

type ScreenProps = Omit<Props, 'onMunicipality'> & { readonly place: Place; readonly work: Working }

function Screen({ place, work, notebook, sync, ...ways }: ScreenProps) {
  const t = useWords()
  const [name, id = '', part] = place.path
  if (name === 'door' && part === 'card') {
    return <CardScreen key={id} work={work} doorId={id} language={place.query.get('language') ?? t.language} />
  }
  if (name === 'door' && part === 'rights') {
    return <RightsOnDemand key={id} work={work} doorId={id} language={place.query.get('language') ?? t.language} />
  }
  if (name === 'door') return <DoorScreen key={id} work={work} doorId={id} />
  if (name === 'help') return <SafetyScreen work={work} doorId={id} />
  if (name === 'cards') return <CardsScreen work={work} onDismiss={() => void notebook.dismissRefused()} />
  if (name === 'settings') return <SettingsScreen work={work} onSend={sync.now} {...ways} />
  return <RoundScreen work={work} />
}

/** The notebook's page, drawn again at every change. */
function usePage(notebook: Notebook): Page {
  const [page, setPage] = useState(notebook.page())
  useEffect(() => notebook.onChange(() => setPage(notebook.page())), [notebook])
  return page
}

/** A new screen starts on top, and a screen reader begins at its heading. */
function useFocusOnArrival({ path }: Place): void {
  const at = path.join('/')
  useEffect(() => {
    const main = document.getElementById('main')
    main?.scrollTo(0, 0)
    main?.focus()
  }, [at])
}

function backFrom({ path }: Place, text: string) {
  const [name, id, part] = path
  if (name === 'door') return { href: part ? `#/door/${id}` : '#/', text }
  return undefined
}

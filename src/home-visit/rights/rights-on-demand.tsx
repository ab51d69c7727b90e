import { useEffect, useState } from 'preact/hooks'
import { EmptyState, Hint } from '../../ui/index.ts'
import { useWords } from '../texts.ts'
import type { RightsScreen, RightsScreenProps } from './rights-screen.tsx'

/** The check of rights is fetched when somebody wants it, so that the app opens no slower for it. */
export function RightsOnDemand(props: RightsScreenProps) {
  const t = useWords()
  const [Screen, setScreen] = useState<typeof RightsScreen | 'coming' | 'missing'>('coming')
  useEffect(() => {
    void import('./rights-screen.tsx').then(
      (loaded) => setScreen(() => loaded.RightsScreen),
      () => setScreen('missing'),
    )
  }, [])
  if (Screen === 'coming') return <Hint>{t('homeVisit.phrase.busy')}</Hint>
  if (Screen === 'missing')
    return (
      <EmptyState
        icon="clipboard-list"
        title={t('homeVisit.rights.missing')}
        text={t('homeVisit.rights.missingNext')}
      />
    )
  return <Screen {...props} />
}

import { Button, Link, Notice } from '../../ui/index.ts'
import { endSession } from '../device/leaving.ts'
import { type Page, refusedActs, waitingActs } from '../notebook/page.ts'
import { useWords } from '../texts.ts'
import { OnCall } from './on-call.tsx'

/** In a few words: what waits, what is being sent, that all is handed over. */
export function useSyncWords(page: Page): string {
  const t = useWords()
  const count = waitingActs(page).length
  if (page.sync.kind === 'sending' && count > 0) return t('homeVisit.sync.sending')
  if (count > 0) return t('homeVisit.sync.waiting', { count })
  return t(page.sync.kind === 'noNetwork' ? 'homeVisit.sync.noNetwork' : 'homeVisit.sync.synced')
}

/** A phone that is full: what it holds stays; what comes goes on paper or by telephone. */
export function NotKept({ page }: { readonly page: Page }) {
  const t = useWords()
  return (
    <Notice kind="alarm" announce title={t('homeVisit.notKept.title')}>
      <p>{t('homeVisit.notKept')}</p>
      <OnCall page={page} />
    </Notice>
  )
}

/** What the visitor has to know or do about sending; nothing when all goes well. */
export function SyncNotices({ page }: { readonly page: Page }) {
  const t = useWords()
  const refused = refusedActs(page).length
  return (
    <>
      {page.sync.kind === 'signedOut' ? (
        <Notice kind="attention">
          <p>{t('homeVisit.sync.signedOut')}</p>
          <p>
            <Link href={signIn}>{t('homeVisit.signIn')}</Link>
          </p>
        </Notice>
      ) : null}
      {page.sync.kind === 'otherVisitor' ? (
        <Notice kind="attention">
          <p>{t('homeVisit.sync.otherVisitor', { name: page.self?.visitor.name ?? '' })}</p>
          <Button type="button" look="secondary" onPress={() => void endSession().then(toSignIn)}>
            {t('homeVisit.signInOneself')}
          </Button>
        </Notice>
      ) : null}
      {page.clock === 'right' ? null : <Notice kind="attention">{t(`homeVisit.clock.${page.clock}`)}</Notice>}
      {refused > 0 ? (
        <Notice kind="attention">
          <p>{t('homeVisit.sync.refused', { count: refused })}</p>
          <p>
            <Link href="#/cards">{t('homeVisit.sync.seeRefused')}</Link>
          </p>
        </Notice>
      ) : null}
    </>
  )
}

const signIn = '/sign-in?next=/visits'
const toSignIn = () => location.assign(signIn)

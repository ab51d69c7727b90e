import { useState } from 'preact/hooks'
import { Button, ButtonRow, Heading, Hint, Notice, Section, Stack } from '../../ui/index.ts'
import { waitingActs } from '../notebook/page.ts'
import { useWords, type VisitorLanguage } from '../texts.ts'
import { LanguageLinks } from './language-links.tsx'
import { NotebookName, type Sharing } from './opening/notebook-name.tsx'
import type { Working } from './working.ts'

type Props = {
  readonly work: Working
  readonly sharing: Sharing
  readonly onSend: () => void
  readonly onLock: () => void
  readonly onSignOut: () => void
  readonly onLanguage: (language: VisitorLanguage) => void
}

/** Language, closing the notebook, leaving this phone. */
export function SettingsScreen({ work, sharing, onSend, onLock, onSignOut, onLanguage }: Props) {
  const t = useWords()
  const [isLeaving, setIsLeaving] = useState(false)
  const { self } = work.page
  return (
    <Stack>
      <Heading level={1}>{t('homeVisit.settings.title')}</Heading>
      {self ? (
        <Hint>
          {t(sharing.isShared ? 'homeVisit.settings.whoseShared' : 'homeVisit.settings.whose', {
            name: self.visitor.name,
          })}
        </Hint>
      ) : null}
      <Section title={t('homeVisit.settings.language')}>
        <LanguageLinks onLanguage={onLanguage} />
      </Section>
      <Section title={t('homeVisit.settings.lockTitle')}>
        <Hint>{t(sharing.isShared ? 'homeVisit.settings.lockHintShared' : 'homeVisit.settings.lockHint')}</Hint>
        <ButtonRow>
          <Button type="button" look="secondary" icon="lock" onPress={onLock}>
            {t('homeVisit.settings.lock')}
          </Button>
        </ButtonRow>
      </Section>
      <NotebookName sharing={sharing} />
      <Section title={t('homeVisit.settings.leaveTitle')}>
        <Hint>{t(sharing.isShared ? 'homeVisit.settings.leaveHintShared' : 'homeVisit.settings.leaveHint')}</Hint>
        {isLeaving ? (
          <Leaving work={work} onSend={onSend} onSignOut={onSignOut} onStay={() => setIsLeaving(false)} />
        ) : (
          <ButtonRow>
            <Button type="button" look="secondary" icon="log-out" onPress={() => setIsLeaving(true)}>
              {t('homeVisit.settings.leave')}
            </Button>
          </ButtonRow>
        )}
      </Section>
    </Stack>
  )
}

type LeavingProps = Pick<Props, 'work' | 'onSend' | 'onSignOut'> & { readonly onStay: () => void }

/** Asks once; with things still to send, sending comes first. */
function Leaving({ work, onSend, onSignOut, onStay }: LeavingProps) {
  const t = useWords()
  const count = waitingActs(work.page).length
  return (
    <Notice kind="attention" announce title={t('homeVisit.settings.sure')}>
      {count > 0 ? <p>{t('homeVisit.settings.wouldBeLost', { count })}</p> : null}
      <ButtonRow>
        {count > 0 ? (
          <Button type="button" icon="upload" onPress={onSend}>
            {t('homeVisit.settings.sendFirst')}
          </Button>
        ) : null}
        <Button type="button" look="danger" onPress={onSignOut}>
          {t(count > 0 ? 'homeVisit.settings.leaveAnyway' : 'homeVisit.settings.leave')}
        </Button>
        <Button type="button" look="quiet" onPress={onStay}>
          {t('homeVisit.settings.stay')}
        </Button>
      </ButtonRow>
    </Notice>
  )
}

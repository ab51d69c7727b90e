import { useState } from 'preact/hooks'
import { Button, Notice, Section, TextField } from '../../../ui/index.ts'
import { useWords } from '../../texts.ts'
import { DraftForm, one, typed, type Values } from '../draft-form.tsx'

/** Longest name a notebook may bear on a shared phone, in characters. */
export const longestName = 30

/** How a notebook is known to others who use this phone. */
export type Sharing = {
  readonly isShared: boolean
  /** Empty when it bears none. */
  readonly name: string
  readonly onRename: (name: string) => Promise<void>
}

/** A phone that several use: what others call this notebook by. */
export function NotebookName({ sharing }: { readonly sharing: Sharing }) {
  const t = useWords()
  const [values, setValues] = useState<Values>({ name: sharing.name })
  const [state, setState] = useState<'ready' | 'kept' | 'failed'>('ready')
  const send = (sent: Values) => {
    const name = one(sent, 'name').slice(0, longestName)
    if (name === '') return
    void sharing.onRename(name).then(
      () => setState('kept'),
      () => setState('failed'),
    )
  }
  return (
    <Section title={t('homeVisit.sharing.title')}>
      <p>{t(sharing.isShared ? 'homeVisit.sharing.shared' : 'homeVisit.sharing.alone')}</p>
      {state === 'kept' ? <Notice kind="success">{t('homeVisit.sharing.kept')}</Notice> : null}
      {state === 'failed' ? <Notice kind="alarm">{t('homeVisit.notKept')}</Notice> : null}
      <DraftForm
        onChange={(changed) => {
          setValues(changed)
          setState('ready')
        }}
        onSend={send}
      >
        <TextField
          name="name"
          label={t('homeVisit.sharing.name')}
          hint={t('homeVisit.sharing.nameHint')}
          value={typed(values, 'name')}
          maxLength={longestName}
          autocomplete="off"
        />
        <Button look="secondary">{t('homeVisit.sharing.keep')}</Button>
      </DraftForm>
    </Section>
  )
}

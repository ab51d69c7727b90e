import type { Texts } from '../../../../platform/messages/index.ts'
import { LinkList, Notice, Section } from '../../../../ui/index.ts'
import type { FrozenFile } from '../freezing-store.ts'

type Props = { readonly t: Texts; readonly files: readonly FrozenFile[] }

/** Beside the list of volunteers: files that are frozen, so that what hung on them is taken over. No names. */
export function FrozenFiles({ t, files }: Props) {
  if (files.length === 0) return null
  return (
    <Section title={t('volunteers.frozen.list')}>
      <p>{t('volunteers.frozen.list.text')}</p>
      <LinkList
        label={t('volunteers.frozen.list')}
        items={files.map(({ id, since }) => ({
          key: id,
          href: `/volunteers/${id}`,
          title: t('volunteers.frozen.on', { day: t.day(since) }),
        }))}
      />
    </Section>
  )
}

/** Beside the talks that are owed: of whose file is frozen, a talk waits and is not in the list. */
export function TalksThatWait({ t, files }: Props) {
  const waiting = files.filter(({ owesTalk }) => owesTalk)
  if (waiting.length === 0) return null
  return (
    <Notice title={t('volunteers.frozen.talks', { count: waiting.length })}>
      <p>{t('volunteers.frozen.todo.talk')}</p>
    </Notice>
  )
}

import type { Texts } from '../../../../platform/messages/index.ts'
import { LinkList, Section } from '../../../../ui/index.ts'
import { casePath } from '../../cases/views/case-frame.tsx'
import { type FollowedState, followedStates } from '../followed-right.ts'
import type { FollowedRight } from '../followed-right-store.ts'

type Props = { readonly t: Texts; readonly caseId: string; readonly rights: readonly FollowedRight[] }

/** On the first page of a case: how many rights stand where, with the way to them; nothing while none is followed. */
export function RightsInShort({ t, caseId, rights }: Props) {
  if (rights.length === 0) return null
  const counts = followedStates
    .map((state) => ({ state, count: rights.filter(({ standing }) => standing.state === state).length }))
    .filter(({ count }) => count > 0)
  return (
    <Section title={t('guidance.followed.inShort')}>
      <LinkList
        label={t('guidance.followed.inShort')}
        items={[
          {
            title: t('guidance.followed.title'),
            href: `${casePath(caseId, 'rights')}/followed`,
            meta: counts.map(({ state, count }) => `${count}\u00a0${inShort(t, state)}`).join(' · '),
          },
        ]}
      />
    </Section>
  )
}

/** What stands behind a count; "worth asking" is no word for one. */
const inShort = (t: Texts, state: FollowedState): string =>
  state === 'worthAsking' ? t('guidance.followed.short.worthAsking') : t(`guidance.followed.state.${state}`)

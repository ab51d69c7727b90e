import type { Texts } from '../../../../platform/messages/index.ts'
import { LinkList, Section } from '../../../../ui/index.ts'
import { casePath } from '../../cases/views/case-frame.tsx'
import { followedStates } from '../followed-right.ts'
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
            meta: counts.map(({ state, count }) => `${count} ${t(`guidance.followed.state.${state}`)}`).join(' · '),
          },
        ]}
      />
    </Section>
  )
}

import type { Texts } from '../../../platform/messages/index.ts'
import { Link, List, Notice } from '../../../ui/index.ts'
import type { OutdatedNeighbourhood } from './carry-over-store.ts'

type Props = { readonly t: Texts; readonly outdated: readonly OutdatedNeighbourhood[] }

/** Says which neighbourhoods are made of an older edition, and leads to the proposal for each; nothing when all are of today. */
export function OutdatedNotice({ t, outdated }: Props) {
  if (outdated.length === 0) return null
  return (
    <Notice kind="attention" title={t('places.carry.outdated')}>
      <List
        items={outdated.map(({ id, name, from, to }) => (
          <Link key={id} href={`/places/${id}/carry-over`}>
            {t('places.carry.link', { name, from, to })}
          </Link>
        ))}
      />
    </Notice>
  )
}

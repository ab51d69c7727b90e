import type { Texts } from '../../../../platform/messages/index.ts'
import { Hint, Section } from '../../../../ui/index.ts'
import { chosenAreas } from '../chosen-areas.ts'
import type { AreaToKeep } from '../kept-area.ts'
import { nearestTown } from '../nearest-town.ts'
import type { SentAreas } from '../sent-areas-store.ts'
import { AreasMap } from './areas-map.tsx'
import { levelText } from './areas-page.tsx'

/**
 * The areas of a file on a map before they are kept, and where they lie: no address may be known yet by which the program could see that
 * north and east were exchanged, and who lives there sees it.
 */
export function AreasLook({ t, sent }: { readonly t: Texts; readonly sent: SentAreas }) {
  const shown = mostAlike(chosenAreas(sent, []).filter(({ shape }) => shape !== null))
  const [first] = shown
  const where = nearestTown(shown.flatMap(({ shape }) => (shape ? [shape] : [])))
  if (!first || !where) return null
  const { town, direction, kilometres } = where
  const place = { town: t(`places.areas.town.${town}`), direction: t(`places.areas.direction.${direction}`) }
  return (
    <Section title={t('places.areas.look.map')}>
      <Hint>
        {kilometres < atItKilometres
          ? t('places.areas.where.at', { town: place.town })
          : t('places.areas.where', { ...place, kilometres })}{' '}
        {t('places.areas.where.ask')}
      </Hint>
      <AreasMap t={t} title={levelText(t, first)} areas={shown} />
    </Section>
  )
}

/** Nearer than this, no direction helps. */
const atItKilometres = 5

/** The areas of one level and edition, of which there are most: those of two would lie over each other. */
function mostAlike(areas: readonly AreaToKeep[]): readonly AreaToKeep[] {
  const alike = Map.groupBy(areas, ({ level, edition }) => `${level} ${edition}`)
  return [...alike.values()].toSorted((one, other) => other.length - one.length)[0] ?? []
}

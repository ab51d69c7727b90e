import type { Texts } from '../../../../platform/messages/index.ts'
import { SubNavigation } from '../../../../ui/index.ts'
import type { ReportArea } from '../contents/contents.ts'

type Props = {
  readonly t: Texts
  readonly areas: readonly ReportArea[]
  readonly area: ReportArea | undefined
  /** The page, which takes the area as `area`. */
  readonly path: string
}

/** Ways to the other areas of a report; nothing when there is one. */
export function AreaChoice({ t, areas, area, path }: Props) {
  if (areas.length < 2) return null
  return (
    <SubNavigation
      label={t('resident.analysis.area')}
      items={areas.map((one) => ({ href: path + areaQuery(one), text: one.name, current: one.id === area?.id }))}
    />
  )
}

/** The area in an address; the municipality by its word. */
export const areaQuery = ({ id }: ReportArea): string => `?area=${id ?? municipalityWord}`

/** What the municipality as a whole is called in an address. */
export const municipalityWord = 'municipality'

import type { AccessRule } from '../../../../platform/access/rule.ts'
import type { IconName } from '../../../../ui/index.ts'
import { readFigures } from '../../access.ts'
import { readAssets } from '../../assets/access.ts'
import { readFindings } from '../../findings/access.ts'
import { readHeard } from '../../heard/access.ts'
import { seePublications } from '../../publishing/access.ts'
import { readSurveys } from '../../surveys/access.ts'
import { readWalks } from '../../walks/access.ts'
import { readReports } from '../access.ts'

/** A part of the analysis of the whole municipality: where it is and who may look. */
export type AnalysisPart = {
  readonly href: string
  /** Its words are `analysis.hub.part.<name>` and `analysis.hub.hint.<name>`. */
  readonly name: string
  readonly icon: IconName
  readonly rule: AccessRule
}

/** Parts, not steps: a team begins wherever people's energy is. */
export const analysisParts: readonly AnalysisPart[] = [
  { href: '/analysis/findings', name: 'findings', icon: 'hand-heart', rule: readFindings },
  { href: '/analysis/places', name: 'places', icon: 'house', rule: readAssets },
  { href: '/analysis/walks', name: 'walks', icon: 'map-pin', rule: readWalks },
  { href: '/analysis/heard', name: 'heard', icon: 'message-circle', rule: readHeard },
  { href: '/analysis/surveys', name: 'surveys', icon: 'clipboard-list', rule: readSurveys },
  { href: '/analysis/indicators', name: 'indicators', icon: 'activity', rule: readFigures },
  { href: '/analysis/figures', name: 'figures', icon: 'book-open', rule: readFigures },
  { href: '/areas', name: 'areas', icon: 'map', rule: readFigures },
  { href: '/analysis/reports', name: 'reports', icon: 'file-text', rule: readReports },
  { href: '/analysis/publications', name: 'publications', icon: 'scroll-text', rule: seePublications },
]

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
  /** Says what it is for with `analysis.hub.hint.<name>`. */
  readonly name: string
  /** Key of what its page is called, there and here. */
  readonly title: string
  readonly icon: IconName
  readonly rule: AccessRule
}

/** Parts, not steps: a team begins wherever people's energy is. */
export const analysisParts: readonly AnalysisPart[] = [
  {
    href: '/analysis/findings',
    name: 'findings',
    title: 'analysis.finding.title',
    icon: 'hand-heart',
    rule: readFindings,
  },
  { href: '/analysis/places', name: 'places', title: 'analysis.asset.title', icon: 'house', rule: readAssets },
  { href: '/analysis/walks', name: 'walks', title: 'analysis.walk.title', icon: 'map-pin', rule: readWalks },
  { href: '/analysis/heard', name: 'heard', title: 'analysis.heard.title', icon: 'message-circle', rule: readHeard },
  {
    href: '/analysis/surveys',
    name: 'surveys',
    title: 'analysis.survey.title',
    icon: 'clipboard-list',
    rule: readSurveys,
  },
  {
    href: '/analysis/indicators',
    name: 'indicators',
    title: 'analysis.indicators',
    icon: 'activity',
    rule: readFigures,
  },
  { href: '/analysis/figures', name: 'figures', title: 'analysis.figures', icon: 'book-open', rule: readFigures },
  { href: '/areas', name: 'areas', title: 'places.areas', icon: 'map', rule: readFigures },
  { href: '/analysis/reports', name: 'reports', title: 'analysis.reports.title', icon: 'file-text', rule: readReports },
  {
    href: '/analysis/publications',
    name: 'publications',
    title: 'analysis.publishing.list',
    icon: 'scroll-text',
    rule: seePublications,
  },
]

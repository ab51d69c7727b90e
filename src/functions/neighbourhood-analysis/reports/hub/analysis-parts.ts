import type { AccessRule } from '../../../../platform/access/rule.ts'
import type { IconName } from '../../../../ui/index.ts'
import { readFigures } from '../../access.ts'
import { readReports } from '../access.ts'

/** A part of the analysis of the whole municipality: where it is and who may look. */
export type AnalysisPart = {
  readonly href: string
  /** Message key; with `.hint` behind it what it is for. */
  readonly label: string
  readonly icon: IconName
  readonly rule: AccessRule
}

/** Parts, not steps: a team begins wherever people's energy is. */
export const analysisParts: readonly AnalysisPart[] = [
  { href: '/analysis/figures', label: 'analysis.hub.figures', icon: 'book-open', rule: readFigures },
  { href: '/analysis/reports', label: 'analysis.hub.reports', icon: 'file-text', rule: readReports },
]

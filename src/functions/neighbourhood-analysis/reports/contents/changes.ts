import type { Priority } from '../report.ts'
import type { Contents, ReportFigure, ReportFinding } from './contents.ts'

/** What became of a figure since the report before. */
export type FigureChange = {
  readonly now: ReportFigure
  readonly before: ReportFigure
  /** `noNewer`: still of the same period, so there is nothing to compare. */
  readonly kind: 'newer' | 'noNewer'
  /** Whether it differs by more than chance makes of a small area; null where it is not known of how many it is. */
  readonly isClear: boolean | null
}

/** What changed between two reports about the same neighbourhoods. */
export type Changes = {
  readonly figures: readonly FigureChange[]
  readonly newFigures: readonly ReportFigure[]
  readonly goneFigures: readonly ReportFigure[]
  readonly findings: {
    readonly added: readonly ReportFinding[]
    readonly kept: readonly ReportFinding[]
    readonly dropped: readonly ReportFinding[]
  }
  /** Each priority of the report before with the one that goes on with it, if any. */
  readonly priorities: readonly { readonly before: Priority; readonly now: Priority | undefined }[]
}

type Compared = { readonly contents: Contents; readonly priorities: readonly Priority[] }

/** Compares a report with the one before it. */
export function changesBetween(before: Compared, now: Compared): Changes {
  const earlier = new Map(before.contents.figures.map((figure) => [keyOf(figure), figure]))
  const later = new Set(now.contents.figures.map(keyOf))
  const known = new Set(before.contents.findings.map(({ id }) => id))
  const still = new Set(now.contents.findings.map(({ id }) => id))
  return {
    figures: now.contents.figures.flatMap((figure) => {
      const past = earlier.get(keyOf(figure))
      return past ? [figureChange(past, figure)] : []
    }),
    newFigures: now.contents.figures.filter((figure) => !earlier.has(keyOf(figure))),
    goneFigures: before.contents.figures.filter((figure) => !later.has(keyOf(figure))),
    findings: {
      added: now.contents.findings.filter(({ id }) => !known.has(id)),
      kept: now.contents.findings.filter(({ id }) => known.has(id)),
      dropped: before.contents.findings.filter(({ id }) => !still.has(id)),
    },
    priorities: before.priorities.map((priority) => ({
      before: priority,
      now: now.priorities.find(({ followsId }) => followsId === priority.id),
    })),
  }
}

const keyOf = ({ areaId, indicator }: ReportFigure) => `${areaId}\t${indicator}`

/** Two figures of which each may be off by chance differ clearly when the places where they nearly surely are do not touch. */
function figureChange(before: ReportFigure, now: ReportFigure): FigureChange {
  if (now.period <= before.period) return { now, before, kind: 'noNewer', isClear: null }
  const [one, other] = [before.interval, now.interval]
  return { now, before, kind: 'newer', isClear: one && other ? one.high < other.low || other.high < one.low : null }
}

import {
  type Family,
  protectionOfFamilies,
} from '../../src/functions/neighbourhood-analysis/publishing/protection/family-protection.ts'
import type {
  CountColumns,
  KeptCount,
} from '../../src/functions/neighbourhood-analysis/publishing/protection/kept-counts.ts'

/** Figures as the database hands them to what protects them, one area at a time, all of one file. */
function inColumns(figures: readonly KeptCount[]): string {
  return JSON.stringify(
    figures.map(
      ({ code, value, missing, ...about }): CountColumns => ({
        ...{ ...about, file: 1, isSummed: false },
        ...{ codes: [code], values: [value], missing: missing && [missing] },
      }),
    ),
  )
}

/** A family of which nothing was told before, in a municipality without neighbourhoods. */
export const familyOf = (figures: readonly KeptCount[]): Family => ({
  ...{ root: 'population', figures: inColumns(figures), told: '[]' },
  ...{ divisions: [], reports: [], versions: [] },
})

/** The areas of which one of these figures is hidden when they are protected as a family, as often as one is. */
export function areasHidden(figures: readonly KeptCount[]): readonly string[] {
  const [answer] = protectionOfFamilies({ population: '[]', families: [familyOf(figures)] })
  const hidden: readonly { readonly area: string }[] = JSON.parse(answer?.hidden ?? '')
  return hidden.map(({ area }) => area)
}

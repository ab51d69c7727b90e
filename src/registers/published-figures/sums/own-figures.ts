import { regionOf } from '../area-code.ts'
import type { Figure } from '../figure.ts'
import { formerCodesOf, partsIn } from '../mergers.ts'
import { type EditionOf, type FigureTotal, FigureTotals } from './figure-totals.ts'

/** Counts what of a file is one municipality's, under its own code and those of the municipalities that merged into it. */
export class OwnFigures {
  readonly #nisCode: string
  readonly #sectors: ReadonlySet<string>
  readonly #codes: ReadonlySet<string>
  readonly #all = new FigureTotals()
  readonly #parts = new FigureTotals()

  /** `sectors` are known to be the municipality's, for tables that do not say in which municipality an area lies. */
  constructor(nisCode: string, sectors: ReadonlySet<string>) {
    this.#nisCode = nisCode
    this.#sectors = sectors
    this.#codes = new Set([nisCode, ...formerCodesOf(nisCode)])
  }

  /**
   * Whether an area is the municipality's: by the column of the municipality, by its own code, or because its sectors are known.
   * Districts of the Brussels monitor cross borders and name no municipality: a municipality of Brussels keeps them all.
   */
  has({ municipality, level, areaCode }: Figure): boolean {
    if (municipality !== undefined) return this.#codes.has(municipality)
    if (level === 'sector') return this.#sectors.has(areaCode)
    if (level === 'neighbourhood') return [...this.#codes].some((code) => areaCode.startsWith(code))
    return level === 'district' && regionOf(this.#nisCode) === 'brussels'
  }

  /** Whether it is of a municipality that merged into this one: it counts in the sum, and is no area of today. */
  isOfFormer = ({ level, municipality }: Figure): boolean => level === 'municipality' && municipality !== this.#nisCode

  add(figure: Figure): void {
    this.#all.add(figure)
    const { level, municipality } = figure
    if (municipality !== undefined && (level === 'sector' || level === 'municipality')) this.#parts.add(figure)
  }

  totals = (editionOf: EditionOf): readonly FigureTotal[] => this.#all.totals(editionOf)

  /**
   * What comes to the municipality as a whole: of its sectors, or of the municipalities it was made of when the file has all of them. In the
   * edition of what it is made of, for those lie in it.
   */
  sums(editionOf: EditionOf): readonly FigureTotal[] {
    return this.#parts.totals(editionOf).filter(({ level, period, edition, municipalities }) => {
      const ofMunicipalities = level === 'municipality' ? edition : editionOf('municipality', period, undefined)
      return municipalities === partsIn(ofMunicipalities, this.#nisCode).length
    })
  }
}

import { type Edition, EditionEvidence } from '../edition.ts'
import type { Figure } from '../figure.ts'
import { refuse } from '../refusal.ts'
import type { EditionOf } from './figure-totals.ts'

/** Which edition the codes of one file are of, period by period, by the municipalities and sectors seen in it. */
export class EditionsSeen {
  readonly #file: string
  readonly #stated: Edition | undefined
  readonly #isOld: boolean
  readonly #evidence = new Map<string, EditionEvidence>()

  /** `stated` is believed before the codes, for whoever imports may know better. */
  constructor(file: string, stated: Edition | undefined) {
    this.#file = file
    this.#stated = stated
    this.#isOld = /(^|[^a-z])old([^a-z]|$)/i.test(file)
  }

  /** Refuses a municipality that had ended when another of the same period began: their people would count twice. */
  see({ period = '', sheet, line, level, areaCode }: Figure, nisCode: string): void {
    const seen = this.#evidence.get(period) ?? new EditionEvidence()
    this.#evidence.set(period, seen)
    seen.see(nisCode)
    if (level === 'sector') seen.seeSector(areaCode)
    if (!seen.clash) return
    const { ended, began } = seen.clash
    const sentence = `holds municipality ${ended}, which had ended when ${began} began, for one period: two editions of the municipalities, in which people count twice. Import one.`
    refuse('two-editions', { file: this.#file, sheet, line }, sentence)
  }

  /** Complete when every figure was seen. */
  readonly editionOf: EditionOf = (level, period, named) => {
    const year = Number(period?.slice(0, 4)) || undefined
    const evidence = this.#evidence.get(period ?? '') ?? new EditionEvidence()
    return named ?? this.#stated ?? evidence.editionOf(level, year, this.#isOld)
  }
}

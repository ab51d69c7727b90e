import type { Tx } from '../../../platform/database/transact.ts'
import { amountsOf, type YearAmounts, yearOf } from './amounts.ts'
import { amountsIn } from './amounts-store.ts'
import { type Use, usesOfYear } from './ceilings.ts'
import { type CountedTogether, type KeptDeclaration, paidCents, type Reimbursement } from './reimbursement.ts'
import { countedFor, declarationOf, reimbursementsOf, yearsOf } from './reimbursement-store.ts'

/** One year of one volunteer, as its pages and its paper show it. */
export type ReimbursementYear = {
  readonly year: number
  /** Years to choose from, the latest first. */
  readonly years: readonly number[]
  /** undefined: the amounts of this year are not entered, nothing can be noted. */
  readonly most: YearAmounts | undefined
  readonly declaration: KeptDeclaration | undefined
  readonly counted: CountedTogether
  readonly noted: readonly Reimbursement[]
  readonly uses: readonly Use[]
  /** Paid by this organisation, travel with it. */
  readonly paidCents: number
  /** Lump sums of other organisations here. */
  readonly elsewhereHereCents: number
}

/** Loads the year of a file that the actor may see. */
export async function reimbursementYear(
  tx: Tx,
  volunteerId: string,
  year: number,
  today: string,
): Promise<ReimbursementYear> {
  const most = amountsOf(await amountsIn(tx), year)
  const declaration = await declarationOf(tx, volunteerId, year)
  const counted = await countedFor(tx, volunteerId, `${year}-01-01`)
  const noted = await reimbursementsOf(tx, volunteerId, year)
  const own = noted.filter(({ kind, cancelledAt }) => kind === 'lumpSum' && !cancelledAt)
  return {
    year,
    years: yearsToShow(await yearsOf(tx, volunteerId), year, yearOf(today)),
    most,
    declaration,
    counted,
    noted,
    uses: most ? usesOfYear(counted, declaration, most) : [],
    paidCents: sum(noted.map(paidCents)),
    elsewhereHereCents: counted.yearCents - sum(own.map(({ amountCents }) => amountCents)),
  }
}

const yearsToShow = (noted: readonly number[], asked: number, now: number) =>
  [...new Set([...noted, asked, now])].toSorted((a, b) => b - a)
const sum = (numbers: readonly number[]) => numbers.reduce((total, number) => total + number, 0)

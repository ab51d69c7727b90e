import type { World } from '../situation/world.ts'
import type { Missing } from './missing.ts'

/** A test of the rules, ready to run: its answer, and which unknown facts keep it undecided. */
export type TruthNode = {
  test(world: World): 0 | 1 | 2
  ask(world: World, missing: Missing): void
}

/** A number of the rules: leaves its interval in `world.lo` and `world.hi`. */
export type RangeNode = {
  range(world: World): void
  ask(world: World, missing: Missing): void
}

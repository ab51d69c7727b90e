import type { Tx } from '../../platform/database/transact.ts'
import type { DemoWorld } from '../../platform/demo/demo-world.ts'
import type { AnalysisDemo } from './demo-needs.ts'
import { demoFigures } from './figures/demo.ts'
import { demoFindings } from './findings/demo.ts'
import { demoIndicators } from './indicators/demo.ts'
import { demoOwnCounts } from './own-counts/demo.ts'
import { demoReports } from './reports/demo.ts'
import { demoSurveys } from './surveys/demo.ts'

/** Loads the analysis of Netegem, as invented as its people. */
export async function demoAnalysis(tx: Tx, world: DemoWorld, needs: AnalysisDemo): Promise<void> {
  await demoFigures(tx, world)
  await demoIndicators(tx, world)
  await demoFindings(tx, world, needs)
  await demoSurveys(tx, world, needs)
  await demoOwnCounts(tx, world, needs)
  await demoReports(tx, world, needs)
}

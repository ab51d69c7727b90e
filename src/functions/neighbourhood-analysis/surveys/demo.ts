import type { Tx } from '../../../platform/database/transact.ts'
import type { DemoWorld } from '../../../platform/demo/demo-world.ts'
import type { AnalysisDemo } from '../demo-needs.ts'

/** Loads what Netegem shows of it. */
export async function demoSurveys(_tx: Tx, _world: DemoWorld, _needs: AnalysisDemo): Promise<void> {}

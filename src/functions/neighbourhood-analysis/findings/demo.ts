import type { Tx } from '../../../platform/database/transact.ts'
import type { DemoWorld } from '../../../platform/demo/demo-world.ts'
import { demoAssets } from '../assets/demo.ts'
import type { AnalysisDemo } from '../demo-needs.ts'
import { demoHeard } from '../heard/demo.ts'
import { demoWalks } from '../walks/demo.ts'
import { type DemoFinding, demoFindingsOfNetegem } from './demo-findings.ts'
import { addEvidence, noteFindings, saveCheck, saveReading } from './finding-store.ts'

/** Loads the stories and strengths of Netegem: findings, places and people, a walk, and who was heard. */
export async function demoFindings(tx: Tx, world: DemoWorld, needs: AnalysisDemo): Promise<void> {
  await demoAssets(tx, world, needs)
  await demoWalks(tx, world, needs)
  await demoHeard(tx, world, needs)
  const placeNamed = new Map(needs.neighbourhoods.map(({ name, id }) => [name, id]))
  const author = needs.staff.communityWorker.userId
  const findings = demoFindingsOfNetegem.map((finding) => ({
    ...finding,
    id: world.id(),
    neighbourhoodIds: finding.places.flatMap((place) => placeNamed.get(place) ?? []),
    notedBy: author,
    notedOn: world.day(-finding.daysAgo),
  }))
  await noteFindings(tx, findings)
  await addEvidence(
    tx,
    findings.flatMap(({ id, figures, voices, daysAgo }) => [
      ...figures.map(([indicator, says]) => ({
        findingId: id,
        notedBy: author,
        evidence: { kind: 'figure' as const, id: world.id(), indicator, period: world.day(-365).slice(0, 4), says },
      })),
      ...voices.map(([kind, source, says]) => ({
        findingId: id,
        notedBy: author,
        evidence: { kind, id: world.id(), source, onDay: world.day(-daysAgo - 3), says },
      })),
    ]),
  )
  for (const { id, check } of findings)
    if (check) await saveCheck(tx, { id, version: 1, ...checkOf(check, world) }, author)
  for (const finding of findings)
    if (finding.restsOn === 'fewPeople' && finding.isRead) {
      const reader = needs.staff.coordinator.userId
      await saveReading(tx, { id: finding.id, version: 1, reader, readOn: world.day(-5), isAgreed: true })
    }
}

const checkOf = ([state, residentsSaid]: NonNullable<DemoFinding['check']>, world: DemoWorld) => ({
  state,
  residentsSaid,
  checkedOn: world.day(-12),
})

import type { Tx } from '../../../platform/database/transact.ts'
import type { DemoWorld } from '../../../platform/demo/demo-world.ts'
import { cleanPicture } from '../../../platform/pictures/index.ts'
import type { AnalysisDemo } from '../demo-needs.ts'
import { countOccasions } from '../heard/heard-store.ts'
import { drawnBench, drawnCrossing } from './demo-photos.ts'
import { addPhotos, saveSecondLook } from './photo-store.ts'
import { noteObservations, noteWalk } from './walk-store.ts'

/** Loads one walk through the Molenwijk, with two drawn photos of which one still waits for a second look. */
export async function demoWalks(tx: Tx, world: DemoWorld, { neighbourhoods, staff }: AnalysisDemo): Promise<void> {
  const neighbourhoodId = neighbourhoods.find(({ name }) => name === 'Molenwijk')?.id ?? neighbourhoods[0]?.id
  if (!neighbourhoodId) return
  const notedBy = staff.communityWorker.userId
  const walkedOn = world.day(-36)
  const walkId = world.id()
  const route = 'Van het Molenpark langs de vaart naar de school'
  await noteWalk(tx, { id: walkId, walkedOn, neighbourhoodId, route, notedBy })
  await countOccasions(tx, [
    {
      ...{ id: world.id(), kind: 'walk', title: route, onDay: walkedOn, neighbourhoodId, walkId, notedBy },
      counted: 'estimated',
      people: 16,
      groups: [
        { group: 'olderPerson', people: 9 },
        { group: 'singleParent', people: 3 },
        { group: 'youth', people: 4 },
      ],
    },
  ])
  await noteObservations(
    tx,
    demoObservations.map(([kind, theme, spot, seen]) => ({ id: world.id(), walkId, notedBy, kind, theme, spot, seen })),
  )
  await photosOfWalk(tx, world, walkId, notedBy, staff.coordinator.userId)
}

async function photosOfWalk(tx: Tx, world: DemoWorld, walkId: string, addedBy: string, second: string): Promise<void> {
  const drawn = [
    { description: 'Een bank in de schaduw van een boom', bytes: drawnBench() },
    { description: 'Een zebrapad zonder verlaagde stoeprand', bytes: drawnCrossing() },
  ]
  const photos = drawn.flatMap(({ description, bytes }) => {
    const picture = cleanPicture(bytes, bytes.length)
    const addedOn = world.day(-35)
    return typeof picture === 'string' ? [] : [{ id: world.id(), walkId, description, picture, addedBy, addedOn }]
  })
  await addPhotos(tx, photos)
  const [first] = photos
  if (first) await saveSecondLook(tx, { walkId, id: first.id, version: 1, by: second, on: world.day(-34) })
}

const demoObservations = [
  ['strength', 'contactAndLeisure', 'Molenpark', 'Op de bank in de schaduw zit altijd iemand die een praatje maakt.'],
  ['strength', 'familyAndUpbringing', 'Speelplein aan de vaart', 'Ouders blijven hangen, ook na schooltijd.'],
  ['need', 'mobility', 'Zebrapad aan de school', 'De stoeprand is te hoog voor een rolstoel of kinderwagen.'],
  ['need', 'mobility', 'Pad langs de vaart', 'Na zes uur is het er donker; er brandt een lamp van de vijf.'],
] as const

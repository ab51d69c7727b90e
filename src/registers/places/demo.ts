import type { Tx } from '../../platform/database/transact.ts'
import type { DemoWorld } from '../../platform/demo/demo-world.ts'
import { areaFinder, boundsOf, type Point, type Shape } from '../published-areas/index.ts'
import { demoAreaSource } from './areas/demo-source-store.ts'
import { church, type DemoArea, type DemoStreet, demoAreas } from './demo-map.ts'

/** The places of Netegem, as other modules fill them with people and rounds. */
export type DemoPlaces = {
  /** Molenwijk, Stationsbuurt, Heide. */
  readonly neighbourhoods: readonly DemoNeighbourhood[]
  readonly streets: readonly { readonly id: string; readonly name: string }[]
  readonly addresses: readonly DemoAddress[]
}
/** A neighbourhood of Netegem, drawn in Lambert 72 metres. */
export type DemoNeighbourhood = { readonly id: string; readonly name: string; readonly shape: Shape }
/** A door of Netegem; `x` and `y` in Lambert 72 metres. */
export type DemoAddress = {
  readonly id: string
  readonly streetId: string
  readonly street: string
  readonly number: string
  readonly box: string
  readonly x: number
  readonly y: number
  readonly neighbourhoodId: string
}

const edition = '2025'
const nisCode = '99999'
const postalCode = '9999'
const metresBetweenDoors = 18
const metresFromRoad = 9

/** Loads three neighbourhoods, 31 streets and some 900 addresses. Same world, same places. */
export async function demoPlaces(tx: Tx, world: DemoWorld): Promise<DemoPlaces> {
  const neighbourhoods = demoAreas.map((area) => ({ ...area, id: world.id(), shape: shapeOf(area) }))
  const find = areaFinder(neighbourhoods, ({ shape }) => shape)
  const streets = demoAreas.flatMap((area) =>
    area.streets.map((street) => ({ ...street, id: world.id(), sectorCode: area.sectorCode })),
  )
  const addresses = streets.flatMap((street) =>
    doorsOf(street, world).flatMap((door) => {
      const neighbourhood = find([door.x, door.y])
      if (!neighbourhood) return []
      const { id: streetId, name, sectorCode } = street
      return [{ ...door, id: world.id(), streetId, street: name, sectorCode, neighbourhoodId: neighbourhood.id }]
    }),
  )
  await save(tx, neighbourhoods, streets, addresses)
  await demoAreaSource(
    tx,
    world,
    neighbourhoods.map(({ id }) => id),
  )
  return { neighbourhoods, streets, addresses }
}

function shapeOf({ border }: DemoArea): Shape {
  const corners = border.map(fromChurch)
  return [[[...corners, ...corners.slice(0, 1)]]]
}

const fromChurch = ([x, y]: Point): Point => [church[0] + x, church[1] + y]

type Door = Pick<DemoAddress, 'number' | 'box' | 'x' | 'y'>

/** Odd numbers on one side, even on the other; here and there a gap, and a house with four boxes. */
function doorsOf({ from, to }: DemoStreet, world: DemoWorld): readonly Door[] {
  const [startX, startY] = fromChurch(from)
  const [stepX, stepY] = [to[0] - from[0], to[1] - from[1]]
  const length = Math.hypot(stepX, stepY)
  const doors: Door[] = []
  for (let along = 0, number = 1; along < length; along += metresBetweenDoors, number += 2) {
    for (const side of [0, 1]) {
      if (world.chance(0.04)) continue
      const off = side === 0 ? metresFromRoad : -metresFromRoad
      const x = Math.round(startX + (stepX * along - stepY * off) / length)
      const y = Math.round(startY + (stepY * along + stepX * off) / length)
      const boxes = world.chance(0.02) ? ['1', '2', '3', '4'] : ['']
      doors.push(...boxes.map((box) => ({ number: String(number + side), box, x, y })))
    }
  }
  return doors
}

async function save(
  tx: Tx,
  neighbourhoods: readonly (DemoNeighbourhood & DemoArea)[],
  streets: readonly { readonly id: string; readonly name: string }[],
  addresses: readonly (DemoAddress & { readonly sectorCode: string })[],
): Promise<void> {
  const municipality_id = tx.actor.municipalityId
  await tx.db
    .insertInto('places.area')
    .values(neighbourhoods.map((neighbourhood) => areaRow(municipality_id, neighbourhood)))
    .execute()
  await tx.db
    .insertInto('places.street')
    .values(streets.map(({ id, name }) => ({ municipality_id, id, nis_code: nisCode, postal_code: postalCode, name })))
    .execute()
  await tx.db
    .insertInto('places.address')
    .values(
      addresses.map(({ id, streetId, number, box, x, y, sectorCode, neighbourhoodId }) => ({
        municipality_id,
        id,
        street_id: streetId,
        nis_code: nisCode,
        postal_code: postalCode,
        number,
        box,
        x,
        y,
        sector_code: sectorCode,
        neighbourhood_id: neighbourhoodId,
        edition,
      })),
    )
    .execute()
  await tx.db
    .insertInto('places.placement')
    .values(addresses.map(({ id, neighbourhoodId }) => ({ municipality_id, area_id: neighbourhoodId, address_id: id })))
    .execute()
}

function areaRow(municipality_id: string, { id, name, code, shape }: DemoNeighbourhood & DemoArea) {
  const box = boundsOf(shape)
  return {
    municipality_id,
    id,
    origin: 'imported',
    edition,
    name,
    code,
    nis_code: nisCode,
    municipality_name: 'Netegem',
    geometry: JSON.stringify(shape),
    min_x: box?.minX ?? 0,
    min_y: box?.minY ?? 0,
    max_x: box?.maxX ?? 0,
    max_y: box?.maxY ?? 0,
    is_approximate: false,
  }
}

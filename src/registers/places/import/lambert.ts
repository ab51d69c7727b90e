import { found } from '../../../platform/published-files/refusal.ts'
import { refuse } from './refusal.ts'

/**
 * Refuses a `.prj` text that is not Belgian Lambert 72 (EPSG:31370). Names differ between programs, numbers do not: the false
 * origin tells it from Lambert 2008, from Lambert 50 and from degrees. Source: NGI, Reference systems; EPSG 31370.
 */
export function requireLambert72(prj: string, file: string): void {
  const name = /^\s*(?:PROJCS|PROJCRS|GEOGCS|GEOGCRS)\["([^"]*)"/i.exec(prj)?.[1] ?? prj.trim().slice(0, 40)
  const parameter = (word: string) =>
    Number(new RegExp(`PARAMETER\\["${word}"\\s*,\\s*(-?[0-9.]+)`, 'i').exec(prj.replaceAll(' ', '_'))?.[1])
  const isNear = (value: number, wanted: number) => Math.abs(value - wanted) < 1
  const isLambert72 =
    /Lambert_?(Conformal|Conic)/i.test(prj.replaceAll(' ', '_')) &&
    isNear(parameter('False_Easting'), 150_000) &&
    isNear(parameter('False_Northing'), 5_400_088)
  if (isLambert72) return
  refuse(
    'projection',
    { file, line: 1 },
    `expected Belgian Lambert 72 in metres (EPSG:31370), found ${found(name)}. Fetch the Lambert 72 edition, or convert it.`,
  )
}

import type { GivenParameters, Parameter } from '@meernet/rights-engine'
import { CommandRefused } from '../../platform/command-line/command.ts'
import { didYouMean } from './near-names.ts'

/** Reads `ID=VALUE` of each `option` that was typed. Money in euros, shares as 0.9 or 90%. Refuses what the law does not know, or no value of its kind. */
export function givenValues(
  option: string,
  texts: readonly string[],
  parameters: Readonly<Record<string, Parameter>>,
): GivenParameters {
  const given: Record<string, number> = {}
  for (const text of texts) {
    const [id = '', value] = splitAt(text)
    const parameter = parameters[id]
    if (!parameter || !Object.hasOwn(parameters, id)) {
      const near = didYouMean(id, Object.keys(parameters))
      throw new CommandRefused(
        'unknown_parameter',
        `${option} ${text}: there is no value of the law ${id}${near || '.'}`,
      )
    }
    if (Object.hasOwn(given, id)) throw new CommandRefused('doubled_parameter', `${option} ${id} is given twice.`)
    given[id] = valueIn(value, parameter.unit) ?? refuseValue(`${option} ${text}`, parameter.unit)
  }
  return given
}

function splitAt(text: string): readonly [string, string] {
  const place = text.indexOf('=')
  return place === -1 ? [text, ''] : [text.slice(0, place).trim(), text.slice(place + 1).trim()]
}

function valueIn(text: string, unit: Parameter['unit']): number | null {
  const isPercentage = unit === 'share' && text.endsWith('%')
  const digits = isPercentage ? text.slice(0, -1) : text
  if (!/^\d+(\.\d+)?$/.test(digits)) return null
  const number = isPercentage ? Number(digits) / 100 : Number(digits)
  if (unit === 'share' && number > 1) return null
  return isWhole(unit) && !Number.isInteger(number) ? null : number
}

const isWhole = (unit: Parameter['unit']) => unit === 'years' || unit === 'months' || unit === 'days'

function refuseValue(text: string, unit: Parameter['unit']): never {
  const amount = unit.startsWith('eur') ? `an amount (${unit}), like 1234.50` : 'a number, like 1.5'
  const expected = unit === 'share' ? 'a share, like 0.9 or 90%' : isWhole(unit) ? `a whole number of ${unit}` : amount
  throw new CommandRefused('wrong_type', `${text}: expected ${expected}.`)
}

import { upTo } from './checks.ts'
import { joinedWithin, type Line } from './lines.ts'
import type { Source } from './source.ts'

/**
 * What it costs. Free when every price is zero; prices become a sentence when nobody wrote one, else they are left out.
 * Undefined when the file says nothing of money.
 */
export function readCost(source: Source): {
  readonly isFree: boolean | undefined
  readonly feesDescription: string | undefined
} {
  const options = source.list('cost_options')
  const sentence = source.checked('fees_description', ...upTo(300)) ?? source.checked('fees', ...upTo(300))
  const amounts = options.map((option) => option.number('amount'))
  if (options.length > 0 && amounts.every((amount) => amount === 0)) {
    for (const option of options) for (const name of ['currency', 'option']) option.text(name)
    return { isFree: true, feesDescription: sentence }
  }
  if (options.length === 0) return { isFree: sentence === undefined ? undefined : false, feesDescription: sentence }
  if (sentence === undefined) return { isFree: false, feesDescription: joinedWithin(300, '; ', options.map(priceOf)) }
  for (const option of options) option.leave('amount')
  return { isFree: false, feesDescription: sentence }
}

/** "35 GBP per 1 hour session (Under 18s)" */
function priceOf(option: Source): Line {
  const names = ['amount', 'currency', 'amount_description', 'option'] as const
  const [amount, currency, unit, who] = names.map(option.text)
  const price = [amount, currency?.toUpperCase(), unit].filter((part) => part !== undefined).join(' ')
  return {
    text: who === undefined ? price : `${price} (${who})`,
    leave: () => names.forEach(option.leave),
  }
}

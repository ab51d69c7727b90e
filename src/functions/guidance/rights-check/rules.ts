import { belgium } from '@meernet/rights-belgium'
import { type Check, createCheck } from '@meernet/rights-engine'

let compiled: Check | undefined

/** The rules of Belgium, compiled when first asked for. */
export function rules(): Check {
  compiled ??= createCheck(belgium)
  return compiled
}

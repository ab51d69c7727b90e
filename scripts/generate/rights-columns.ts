import { twentyRules } from '../../bench/rights/twenty-rules/model.ts'
import { kernelSource } from '../../libraries/rights-engine/columns/index.ts'
import type { Model } from '../../libraries/rights-engine/index.ts'

const library = '@meernet/rights-engine/columns'

/** Source of the Belgian rights over columns, and of the rules of the bench. The model comes in: it may just have been made. */
export const rightsColumns = (belgium: Model): string => kernelSource(belgium, 'belgianColumns', library)
export const benchColumns = (): string => kernelSource(twentyRules, 'twentyColumns', library)

import { datedContent } from '../../../platform/content/dated-content.ts'
import lifeDomains from '../content/life-domains.json' with { type: 'json' }

/** The life domains a case looks at; content with a date, never a fixed list in code. */
export const lifeDomainContent = datedContent.parse(lifeDomains)

import { datedContent } from '../../platform/content/dated-content.ts'
import groups from './content/groups.json' with { type: 'json' }

/** Groups whose reach is watched: for whom a service works, whom a policy signal is about. Never an attribute of a person. */
export const groupContent = datedContent.parse(groups)

import { z } from 'zod'
import { contentEntry, datedContent } from '../../platform/content/dated-content.ts'
import causeTypes from './content/cause-types.json' with { type: 'json' }
import competentLevels from './content/competent-levels.json' with { type: 'json' }
import groups from './content/groups.json' with { type: 'json' }
import policyThemes from './content/policy-themes.json' with { type: 'json' }

export { choicesOn, type DatedContent, entriesOn, labelOf } from '../../platform/content/dated-content.ts'

/** Groups whose reach is watched: for whom a service works, whom a policy signal is about. Never an attribute of a person. */
export const groupContent = datedContent
  .extend({
    entries: z.array(
      contentEntry.extend({
        /** In every report, also when nobody was counted. */
        isAlwaysReported: z.boolean().default(false),
        /** Least number of people that may be shown (P13): ten where it tells of health, origin or poverty. */
        hiddenBelow: z.int().min(5).default(5),
      }),
    ),
  })
  .parse(groups)

/** What a policy signal is about. */
export const policyThemeContent = datedContent.parse(policyThemes)

/** What lies behind it: always something of offer, rule or society. */
export const causeTypeContent = datedContent.parse(causeTypes)

/** Who holds the lever. */
export const competentLevelContent = datedContent.parse(competentLevels)

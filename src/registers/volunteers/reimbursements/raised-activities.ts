import type { IsoDate } from '@meernet/calendar'
import { choicesOn, datedContent, labelOf } from '../../../platform/content/dated-content.ts'
import type { Texts } from '../../../platform/messages/index.ts'
import { ordinary } from './ceilings.ts'
import content from './content/raised-activities.json' with { type: 'json' }

const activities = datedContent.parse(content)

/** Codes of the activities with a raised year ceiling. */
export const raisedCodes: readonly string[] = activities.entries.map(({ code }) => code)

/** What somebody can be reimbursed for on `day`: ordinary first. */
export function activityChoices(t: Texts, day: IsoDate) {
  return [
    { value: ordinary, label: t('volunteers.reimbursement.activity.ordinary') },
    ...choicesOn(activities, day, t.language),
  ]
}

/** An activity in words. */
export function activityText(t: Texts, code: string): string {
  return code === ordinary ? t('volunteers.reimbursement.activity.ordinary') : labelOf(activities, code, t.language)
}

import { z } from 'zod'
import { checkbox, identifier, isoDate } from '../../../platform/http/index.ts'
import { lineLength, textAboutPerson, versionField } from '../text-about-person.ts'

export const taskForm = z.object({
  id: identifier(),
  words: textAboutPerson(lineLength),
  dueOn: isoDate(),
  assigneeId: identifier(),
})

/** `again`: it turned out not to be done. */
export const completionForm = z.object({ taskId: identifier(), version: versionField(), again: checkbox() })

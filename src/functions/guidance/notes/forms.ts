import type { IsoDate } from '@meernet/calendar'
import { z } from 'zod'
import { checkbox, identifier, isoDate } from '../../../platform/http/index.ts'
import { codeField } from '../code-field.ts'
import { lineLength, noteLength, textAboutPerson } from '../text-about-person.ts'
import { meetingBasisContent } from './meeting-bases.ts'

export const noteForm = z.object({ id: identifier(), text: textAboutPerson(noteLength) })

/** Naming the person needs a legal basis (P11). */
export const meetingForm = (today: IsoDate) =>
  z
    .object({
      id: identifier(),
      heldOn: isoDate(),
      participants: textAboutPerson(lineLength),
      withIdentity: checkbox(),
      basis: codeField(meetingBasisContent, today).optional(),
      minutes: textAboutPerson(noteLength),
    })
    .refine(({ withIdentity, basis }) => !withIdentity || basis !== undefined, {
      path: ['basis'],
      error: 'guidance.error.basis',
    })

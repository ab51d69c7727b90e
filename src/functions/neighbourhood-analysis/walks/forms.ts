import type { IsoDate } from '@meernet/calendar'
import { z } from 'zod'
import { checkbox, identifier, isoDate, oneOf, seenVersion } from '../../../platform/http/index.ts'
import { policyThemeContent } from '../../../registers/frameworks/index.ts'
import { codeOf, withoutNumbers } from '../findings/forms.ts'
import { countFields, countsAreWithin } from '../heard/forms.ts'
import { observationKinds } from './walk.ts'

export const longest = { route: 200, spot: 120, seen: 300, description: 200 }

/** Most a photo may weigh: a picture of a large telephone as it is. */
export const mostPhotoBytes = 8 * 1024 * 1024

/** So many photos of one walk. */
export const mostPhotos = 30

const walkFields = (today: IsoDate) => ({
  walkedOn: isoDate().refine((day) => day <= today, 'analysis.heard.error.day'),
  neighbourhoodId: identifier(),
  route: withoutNumbers(longest.route),
  isNoName: checkbox(),
})

/** A walk, with how many people walked. */
export const walkForm = (today: IsoDate) =>
  z
    .object({ id: identifier(), ...walkFields(today), ...countFields(today) })
    .superRefine((form, context) => countsAreWithin(form, today, context))

/** Another day, neighbourhood or route. */
export const walkChangeForm = (today: IsoDate) => z.object({ ...walkFields(today), version: seenVersion().positive() })

/** Something that was seen at a spot. */
export const observationForm = (today: IsoDate) =>
  z.object({
    id: identifier(),
    kind: oneOf(observationKinds),
    theme: codeOf(policyThemeContent, today),
    spot: withoutNumbers(longest.spot),
    seen: withoutNumbers(longest.seen),
    isNoName: checkbox(),
  })

/** A photo, and the word of who adds it that nobody is on it. */
export const photoForm = z.object({
  id: identifier(),
  description: withoutNumbers(longest.description),
  isNoName: checkbox(),
  isWithoutPeople: checkbox().refine((ticked) => ticked, 'analysis.walk.error.people'),
})

/** A press on a button about something that was seen in a version. */
export const versionForm = z.object({ version: seenVersion().positive() })

import type { IsoDate } from '@meernet/calendar'
import type { PictureType } from '../../../platform/pictures/index.ts'

export const observationKinds = ['strength', 'need'] as const
export type ObservationKind = (typeof observationKinds)[number]

/** A walk through a neighbourhood with people who live there. Who they were is not kept; how many per group is a tally. */
export type Walk = {
  readonly id: string
  readonly walkedOn: IsoDate
  readonly neighbourhoodId: string
  readonly neighbourhood: string
  readonly route: string
  readonly notedBy: string
  readonly version: number
}

/** A walk in a list. */
export type WalkSummary = Walk & { readonly observations: number; readonly photos: number }

/** Something that was seen at a spot. */
export type Observation = {
  readonly id: string
  readonly kind: ObservationKind
  readonly theme: string
  readonly spot: string
  readonly seen: string
  readonly version: number
}

/** A picture of a place, without its bytes. */
export type Photo = {
  readonly id: string
  readonly description: string
  readonly mediaType: PictureType
  readonly width: number
  readonly height: number
  readonly addedBy: string
  readonly addedOn: IsoDate
  /** The day on which a second found nobody on it. */
  readonly lookedOn: IsoDate | null
  readonly version: number
}

/** Whether `userId` may look as second whether nobody is on it. */
export const mayLookAsSecond = (photo: Pick<Photo, 'addedBy' | 'lookedOn'>, userId: string): boolean =>
  photo.lookedOn === null && photo.addedBy !== userId

import type { Tx } from '../../../platform/database/transact.ts'
import { type SentFile, sentFile, sentFilesOf } from '../../../platform/sent-files/index.ts'
import type { AreaFileStated } from './forms.ts'

/** Files of areas among those that were sent, and the task that reads them. */
export const areasKind = 'areas'
export const readAreasTask = 'places.readAreas'

/** A file of areas somebody sent that is not read to its end, with what was said about it. */
export type SentAreasFile = SentFile<AreaFileStated>

/** One of them. */
export const sentAreasFile = (tx: Tx, id: string): Promise<SentAreasFile | undefined> =>
  sentFile<AreaFileStated>(tx, areasKind, id)

/** All of them. */
export const sentAreasFiles = (tx: Tx): Promise<readonly SentAreasFile[]> => sentFilesOf<AreaFileStated>(tx, areasKind)

import type { Transact } from '../../platform/database/transact.ts'
import type { ModuleJobs } from '../../platform/jobs/index.ts'
import type { SentFileSettings } from '../../platform/sent-files/index.ts'
import { readAreasTask } from './areas/asked-of-areas.ts'
import { readSentAreas } from './areas/read-sent-areas.ts'

type Needs = { readonly transact: Transact; readonly clock: () => Date; readonly sentFiles: SentFileSettings }

/** Work of places in the background. */
export const placesJobs = (needs: Needs): ModuleJobs => ({ tasks: { [readAreasTask]: readSentAreas(needs) } })

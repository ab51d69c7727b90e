import { addIdentityCommands } from '../registers/municipalities/index.ts'
import { addAuditVerify } from './audit-verify.ts'
import { addBackup, addRestore } from './backup.ts'
import { addDeletions } from './deletions.ts'
import { addDoctor } from './doctor.ts'
import { addExchangeServices } from './exchange-services.ts'
import { addImportAreas } from './imports/import-areas.ts'
import { addImportIndicators } from './imports/import-indicators.ts'
import { addImportPlaces } from './imports/import-places.ts'
import { addKeys } from './keys.ts'
import { addMigrate } from './migrate.ts'
import { addMunicipalityList } from './municipality-list.ts'
import { addRegisters } from './registers.ts'
import { addRightsCheck } from './rights-check.ts'
import { addRightsExplain } from './rights-explain.ts'
import { addRightsFreshness } from './rights-freshness.ts'
import { addRightsSimulate } from './rights-simulate.ts'
import type { AddCommands } from './run-command-line.ts'

/** Adds every command. */
export const addCommands: AddCommands = (program, { open, settings, output, streams, run, print, showProgress }) => {
  addImportPlaces(program, run, showProgress)
  addImportAreas(program, { run, print, showProgress })
  addImportIndicators(program, { run, print, showProgress })
  addExchangeServices(program, run)
  addMunicipalityList(program, run)
  addIdentityCommands(program, run)
  addMigrate(program, { open, output })
  addDoctor(program, { settings, print })
  addBackup(program, { settings, print })
  addRestore(program, { settings, print })
  addAuditVerify(program, run)
  addDeletions(program, run)
  addRegisters(program, { open, print })
  addKeys(program, { open, settings, print, showProgress })
  addRightsCheck(program, streams)
  addRightsFreshness(program, { print, clock: () => new Date() })
  addRightsExplain(program, { print, clock: () => new Date() })
  addRightsSimulate(program, { print, clock: () => new Date(), showProgress })
}

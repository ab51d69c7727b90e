import { addImportAreas } from './import-areas.ts'
import { type ProgramNeeds, runAmong } from './run-command-line.ts'

/** The program with `import areas` alone: it needs neither the application nor its database. */
export const runAreas = (args: readonly string[], needs: ProgramNeeds): Promise<number> =>
  runAmong(addImportAreas, args, needs)

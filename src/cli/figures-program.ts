import { isTyped } from './command-typed.ts'
import { addImportIndicators } from './import-indicators.ts'
import { type ProgramNeeds, runAmong } from './run-command-line.ts'

/**
 * The program with `import indicators` alone. It is loaded instead of the whole one, of which the modules take more memory
 * than reading a table of a hundred megabytes does.
 */
export const runFigures = (args: readonly string[], needs: ProgramNeeds): Promise<number> =>
  runAmong(addImportIndicators, args, needs)

/** Whether that is the command that was typed. */
export const isAboutFigures = (args: readonly string[]): boolean => isTyped(args, 'import indicators')

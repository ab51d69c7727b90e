// `npm run check`: format and lint, types, imports, messages, field register, generated files. Stops at nothing, reports all.
import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('..', import.meta.url))
const bin = (...path: string[]) => join(root, 'node_modules', ...path)

const steps: readonly (readonly [name: string, program: string, ...args: string[]])[] = [
  ['format and lint', bin('.bin', 'biome'), 'ci', '.'],
  ['types', bin('.bin', 'tsc'), '-p', '.'],
  ['types of the libraries', bin('.bin', 'tsc'), '-p', 'libraries'],
  [
    'imports, messages, fields, readability',
    process.execPath,
    bin('vitest', 'vitest.mjs'),
    'run',
    '--project',
    'unit',
    'tests/architecture.test.ts',
    'tests/messages.test.ts',
    'tests/fields.test.ts',
    'tests/readability.test.ts',
  ],
  ['generated files', process.execPath, join(root, 'scripts', 'generate', 'main.ts'), '--check'],
]

const failed = steps.filter(([name, program, ...args]) => {
  console.log(`\n— ${name}`)
  return spawnSync(program, args, { cwd: root, stdio: 'inherit' }).status !== 0
})
console.log(
  failed.length === 0 ? '\nAll checks passed.' : `\nNot in order: ${failed.map(([name]) => name).join('; ')}.`,
)
process.exitCode = failed.length === 0 ? 0 : 1

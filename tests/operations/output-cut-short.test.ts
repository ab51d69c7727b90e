import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'

const program = fileURLToPath(new URL('../../dist/server/cli.js', import.meta.url))

test('a command whose output nobody reads to its end, as with `| head`, ends without complaint', () => {
  const command = `('${process.execPath}' '${program}' rights freshness; echo "ended with $?" >&2) | (exec <&-; sleep 3)`
  const { stderr } = spawnSync('sh', ['-c', command], { encoding: 'utf8' })
  expect(stderr).toBe('ended with 0\n')
})

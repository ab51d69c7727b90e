import { expect, test } from 'vitest'
import { ownEnvironment } from '../../bench/own-environment.ts'
import { configFrom } from '../../src/platform/config/config.ts'
import { readEnvironment } from '../../src/platform/config/env.ts'

test('a measurement opens a database of its own, whatever is set for the installation beside it', () => {
  const around = {
    PATH: '/bin',
    DATABASE_URL: 'postgres://somebody@database/meernet',
    MEERNET_ROLE: 'web',
    MEERNET_VAR: '/srv/meernet',
    SMTP_URL: 'smtp://mail.example',
  }
  const own = ownEnvironment('/tmp/bench', around)
  expect(own).toEqual({ PATH: '/bin', MEERNET_VAR: '/tmp/bench' })
  expect(configFrom(readEnvironment(own), '/')).toMatchObject({ databaseUrl: undefined, demo: true })
})

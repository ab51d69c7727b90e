import { sql } from 'kysely'
import { expect, inject, test } from 'vitest'
import { connect } from './connect.ts'

test('settings in the address of the database do not take the place of the role of the application', async () => {
  const database = connect(
    `${inject('serverUrl')}/postgres?options=-c%20search_path%3Dplatform%20-c%20role%3Dmeernet`,
    {
      app: 1,
      owner: 1,
    },
  )
  const asked = sql<{ who: string; path: string; zone: string }>`
    select current_user as who, current_setting('search_path') as path, current_setting('timezone') as zone`
  const { rows } = await asked.execute(database.app)
  await database.close()
  expect(rows).toEqual([{ who: 'meernet_app', path: 'platform', zone: 'UTC' }])
})

import { expect, test } from 'vitest'
import { rendered } from '../../../tests/support/html.ts'
import { Flash } from './flash.tsx'
import { Notice } from './notice.tsx'

test('only an alarm interrupts; what just happened is read in its turn; standing text is silent', () => {
  const roleOf = (notice: Parameters<typeof rendered>[0]) => rendered(notice, 'div')[0]?.attributes.role
  expect(roleOf(<Notice kind="alarm" title="Bel 112" />)).toBe('alert')
  expect(roleOf(<Flash text="Bewaard" />)).toBe('status')
  expect(roleOf(<Notice title="Goed om te weten" />)).toBeUndefined()
})

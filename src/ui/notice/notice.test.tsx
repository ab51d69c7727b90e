import { expect, test } from 'vitest'
import { rendered } from '../../../tests/support/html.ts'
import { Flash, UndoBar } from './flash.tsx'
import { Notice } from './notice.tsx'

test('only an alarm interrupts; what just happened is read in its turn; standing text is silent', () => {
  const roleOf = (notice: Parameters<typeof rendered>[0]) => rendered(notice, 'div')[0]?.attributes.role
  expect(roleOf(<Notice kind="alarm" title="Bel 112" />)).toBe('alert')
  expect(roleOf(<Flash text="Bewaard" />)).toBe('status')
  expect(roleOf(<Notice title="Goed om te weten" />)).toBeUndefined()
})

test('undoing is a form of its own', () => {
  const bar = (
    <UndoBar text="Samengevoegd." action="/merges/1/undoing" buttonText="Ongedaan maken" hidden={{ version: '2' }} />
  )
  expect(rendered(bar, 'form')[0]?.attributes).toMatchObject({ method: 'post', action: '/merges/1/undoing' })
  expect(rendered(bar, 'input')[0]?.attributes.value).toBe('2')
  expect(rendered(bar, 'button')[0]?.text).toBe('Ongedaan maken')
})

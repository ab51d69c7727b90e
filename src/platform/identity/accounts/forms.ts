import { z } from 'zod'
import { oneOf, requiredText } from '../../http/index.ts'
import { staffLanguages } from '../../messages/index.ts'
import { passwordLength } from './password.ts'

export const profileForm = z.object({ name: requiredText(120), language: oneOf(staffLanguages) })

/** A first password, or another one: then the present one is asked too. */
export const passwordForm = z.object({
  present: z.string().max(passwordLength.max).optional(),
  password: requiredText(passwordLength.max),
})

/** Proves once more who sits there, before the second factor changes. */
export const proofForm = z.object({ password: requiredText(passwordLength.max) })

export const firstCodeForm = z.object({ code: requiredText(10).transform((code) => code.replace(/\s/g, '')) })

import { z } from 'zod'
import { emailAddress, requiredText } from '../../http/index.ts'
import { passwordLength } from '../accounts/password.ts'

/** Asks a link by mail. */
export const linkForm = z.object({ email: emailAddress() })

/** A link that was opened. */
export const tokenForm = z.object({ token: requiredText(200) })

export const passwordForm = z.object({ email: emailAddress(), password: requiredText(passwordLength.max) })

/** Six digits of an app, with or without spaces, or a backup code. */
export const codeForm = z.object({
  code: requiredText(60).transform((code) => code.replace(/\s/g, '')),
})

export const newPasswordForm = z.object({ token: requiredText(200), password: requiredText(passwordLength.max) })

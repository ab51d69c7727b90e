import type { AuthenticationResponseJSON, RegistrationResponseJSON } from '@simplewebauthn/server'
import { z } from 'zod'
import { requiredText } from '../../http/index.ts'

/** Names of transports come from the browser and are only handed back to it. */
const transports = z.array(z.string().max(20)).max(10).optional()
const base64url = z
  .string()
  .max(20_000)
  .regex(/^[\w-]+$/)
const shape = {
  id: base64url,
  rawId: base64url,
  type: z.literal('public-key'),
  authenticatorAttachment: z.string().max(20).optional(),
}

/** The answer of a device that made a passkey. What it says is checked with WebAuthn, not here. */
const made = z.looseObject({
  ...shape,
  response: z.looseObject({ clientDataJSON: base64url, attestationObject: base64url, transports }),
})

/** The answer of a device that was asked for a passkey. */
const given = z.looseObject({
  ...shape,
  response: z.looseObject({ clientDataJSON: base64url, authenticatorData: base64url, signature: base64url }),
})

const passkeyName = requiredText(60)

/** Adding a passkey, under a name its owner knows it by. */
export const addingForm = z.object({
  name: passkeyName,
  credential: answerAs<RegistrationResponseJSON>(made),
})

/** Entering with one. */
export const entryForm = z.object({ credential: answerAs<AuthenticationResponseJSON>(given) })

export const nameForm = z.object({ name: passkeyName })

/** JSON of a device, in the shape the library names. */
function answerAs<Answer>(schema: z.ZodType) {
  return z.string({ error: 'identity.passkeys.error.noAnswer' }).transform((text, c): Answer => {
    const answer = schema.safeParse(parsed(text))
    // The checked shape is the part of the answer that the library reads.
    if (answer.success) return answer.data as Answer
    c.addIssue({ code: 'custom', message: 'identity.passkeys.error.noAnswer' })
    return z.NEVER
  })
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

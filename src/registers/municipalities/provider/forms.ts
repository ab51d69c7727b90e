import { z } from 'zod'
import { type Role, roles } from '../../../platform/access/actor.ts'
import { checkbox, optionalText, requiredText, seenVersion } from '../../../platform/http/index.ts'

/** Name of the field with the values that stand for one role. */
export const roleField = (role: Role) => `values-${role}` as const

/** Values of a claim, separated by commas. */
const claimValues = () =>
  optionalText(400).transform((text = '') =>
    text
      .split(',')
      .map((value) => value.trim())
      .filter((value) => value !== ''),
  )
// One field per role of the list above, so every name is there.
const roleFields = Object.fromEntries(roles.map((role) => [roleField(role), claimValues()])) as Record<
  ReturnType<typeof roleField>,
  ReturnType<typeof claimValues>
>

/**
 * The provider of a municipality. `mayBeHttp` only where this installation itself runs without encryption; `isFirst` when no
 * secret is kept yet.
 */
export const providerForm = ({ mayBeHttp, isFirst }: { readonly mayBeHttp: boolean; readonly isFirst: boolean }) =>
  z
    .object({
      version: seenVersion(),
      name: requiredText(60),
      issuer: issuer(mayBeHttp),
      clientId: requiredText(200),
      clientSecret: isFirst ? requiredText(400) : optionalText(400),
      roleClaim: optionalText(100).transform((value) => value ?? null),
      isOn: checkbox(),
    })
    .extend(roleFields)
    .transform(({ version, name, issuer, clientId, clientSecret, roleClaim, isOn, ...rest }) => ({
      version,
      change: {
        name,
        issuer,
        clientId,
        clientSecret,
        roleClaim,
        isOn,
        roleValues: roles.flatMap((role) => rest[roleField(role)].map((value) => ({ role, value }))),
      },
    }))
    .check(
      z.superRefine(({ change: { roleClaim, roleValues } }, c) => {
        const problem = (path: string, message: string) => c.addIssue({ code: 'custom', path: [path], message })
        if (roleClaim !== null && roleValues.length === 0) problem('roleClaim', 'municipalities.provider.error.noRoles')
        if (roleClaim === null && roleValues.length > 0) problem('roleClaim', 'municipalities.provider.error.noClaim')
      }),
    )

function issuer(mayBeHttp: boolean) {
  return z
    .url({ protocol: mayBeHttp ? /^https?$/ : /^https$/, error: 'municipalities.provider.error.issuer' })
    .max(300, 'form.error.tooLong')
}

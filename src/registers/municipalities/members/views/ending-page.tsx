import type { Member } from '../../../../platform/identity/index.ts'
import type { Texts } from '../../../../platform/messages/index.ts'
import { ConfirmPanel, Notice, Stack } from '../../../../ui/index.ts'
import type { EndingProblem } from '../ending.ts'

type Props = { readonly t: Texts; readonly member: Member; readonly refused?: EndingProblem }

/** Asks once before access ends. */
export function EndingPage({ t, member, refused }: Props) {
  const path = `/admin/memberships/${member.id}`
  return (
    <Stack>
      {refused && (
        <Notice kind="attention" announce>
          <p>{t(`municipalities.ending.refused.${refused}`)}</p>
        </Notice>
      )}
      <ConfirmPanel
        title={t('municipalities.ending.question', { name: member.name })}
        consequences={[
          t('municipalities.ending.access', { role: t(`http.role.${member.role}`) }),
          t('municipalities.ending.kept'),
        ]}
        action={`${path}/ending`}
        confirmText={t('municipalities.ending.confirm')}
        cancel={{ href: path, text: t('municipalities.cancel') }}
        danger
      />
    </Stack>
  )
}

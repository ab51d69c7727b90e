import type { Texts } from '../../../../platform/messages/index.ts'
import { ConfirmPanel } from '../../../../ui/index.ts'

type Props = { readonly t: Texts; readonly path: string }

/** Asks once before the agreement is taken back. */
export function WithdrawPage({ t, path }: Props) {
  return (
    <ConfirmPanel
      title={t('resident.my.withdraw.title')}
      consequences={[
        t('resident.my.withdraw.stops'),
        t('resident.my.withdraw.erases'),
        t('resident.my.withdraw.again'),
      ]}
      action={`${path}/withdrawal`}
      confirmText={t('resident.my.withdraw.confirm')}
      cancel={{ href: `${path}/card`, text: t('resident.card.back') }}
      danger
    />
  )
}

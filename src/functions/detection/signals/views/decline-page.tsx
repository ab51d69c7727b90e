import type { FilledForm } from '../../../../platform/http/index.ts'
import type { Texts } from '../../../../platform/messages/index.ts'
import { ConfirmPanel, DateField } from '../../../../ui/index.ts'

type Props = {
  readonly t: Texts
  readonly signalId: string
  readonly version: number
  readonly form: FilledForm
}

/** The person says no: that is a good end. Only that is kept, and when to ask again if they want it. */
export function DeclinePage({ t, signalId, version, form }: Props) {
  return (
    <ConfirmPanel
      title={t('detection.decline.title')}
      consequences={[t('detection.decline.erases'), t('detection.decline.keeps'), t('detection.decline.sender')]}
      action={`/inbox/${signalId}/decline`}
      hidden={{ version: String(version) }}
      confirmText={t('detection.decline.confirm')}
      cancel={{ href: `/inbox/${signalId}`, text: t('detection.case.back') }}
      danger
    >
      <DateField
        {...form.field('reofferOn')}
        label={t('detection.decline.reoffer')}
        hint={t('detection.decline.reofferHint')}
        optionalText={t('resident.card.optional')}
        min={t.today}
      />
    </ConfirmPanel>
  )
}

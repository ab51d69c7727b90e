import type { Texts } from '../../../../platform/messages/index.ts'
import { DescriptionList, Notice } from '../../../../ui/index.ts'
import { emergencyNumbers } from '../emergency-numbers.ts'

type Props = { readonly t: Texts; readonly jurisdiction: 'flanders' | 'brussels' }

/** Whom to call first; for a child as well. */
export function NumbersToCall({ t, jurisdiction }: Props) {
  return (
    <Notice kind="alarm" title={t('detection.concern.callFirst')}>
      <DescriptionList
        items={emergencyNumbers[jurisdiction].map(({ key, number }) => ({
          term: t(`resident.emergency.${key}`),
          value: <bdi dir="ltr">{number}</bdi>,
        }))}
      />
    </Notice>
  )
}

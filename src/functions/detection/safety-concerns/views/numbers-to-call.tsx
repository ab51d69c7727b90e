import type { Texts } from '../../../../platform/messages/index.ts'
import { DescriptionList, Notice } from '../../../../ui/index.ts'
import { emergencyLines } from '../../emergency-numbers.ts'

type Props = { readonly t: Texts; readonly jurisdiction: 'flanders' | 'brussels' }

/** Whom to call first; for a child as well. */
export function NumbersToCall({ t, jurisdiction }: Props) {
  return (
    <Notice kind="alarm" title={t('detection.concern.callFirst')}>
      <DescriptionList
        items={emergencyLines[jurisdiction].map(({ key, numbers }) => ({
          term: t(`resident.emergency.${key}`),
          value: <bdi dir="ltr">{numbers.join(' · ')}</bdi>,
        }))}
      />
    </Notice>
  )
}

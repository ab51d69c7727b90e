import type { VisitorRound } from '../../functions/detection/contract.ts'
import { ContactLines } from '../../ui/index.ts'
import type { Page } from '../notebook/page.ts'
import { useWords } from '../texts.ts'

/** Whom to call: the coordinator on call of this round or of another; without a name, the municipality's own number. */
export function onCallOf(page: Page, round: VisitorRound | undefined) {
  const onCall = round?.onCall ?? page.rounds.find((other) => other.onCall)?.onCall
  return { name: onCall?.name, phone: onCall?.phone ?? page.self?.municipality.phone }
}

type Props = { readonly page: Page; readonly round?: VisitorRound }

/** The coordinator on call, to press. */
export function OnCall({ page, round }: Props) {
  const t = useWords()
  const { name, phone } = onCallOf(page, round)
  if (!phone) return null
  return (
    <ContactLines
      lines={[
        ...(name ? [{ kind: 'person', label: t('homeVisit.onCall'), text: name } as const] : []),
        { kind: 'phone', label: t('homeVisit.onCall.phone'), text: phone },
      ]}
    />
  )
}

import type { FilledForm } from '../../../../platform/http/index.ts'
import type { Texts } from '../../../../platform/messages/index.ts'
import type { SharingAgreement } from '../../../../registers/agreements/index.ts'
import type { CaseHead } from '../../cases/case-page.ts'
import type { Problem } from '../../cases/views/case-frame.tsx'
import type { AskedReceiver } from '../five-checks.ts'
import type { Handover } from '../handover.ts'
import type { HandoverLink } from '../link-store.ts'

/** What the page of one handover shows, and each of the acts on it. */
export type HandoverPageProps = {
  readonly t: Texts
  readonly head: CaseHead
  readonly handover: Handover
  readonly agreements: readonly SharingAgreement[]
  /** Whom an agreement has to be for. */
  readonly receiver: AskedReceiver
  readonly link: HandoverLink | undefined
  readonly linkAddress: (token: string) => string
  readonly form: FilledForm
  readonly problem?: Problem | undefined
}

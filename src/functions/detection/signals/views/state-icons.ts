import type { IconName } from '../../../../ui/index.ts'
import type { SignalState } from '../signal.ts'

/** The icon beside the word of a state. */
export const stateIcons: Readonly<Record<SignalState, IconName>> = {
  received: 'inbox',
  acknowledged: 'eye',
  triaged: 'flag',
  contacted: 'phone',
  agreed: 'handshake',
  declined: 'circle',
  closed: 'circle-check',
  case: 'folder-open',
}

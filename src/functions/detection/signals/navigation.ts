import type { NavigationEntry } from '../../../platform/http/index.ts'
import { handInCards, workInInbox } from './access.ts'

export const signalNavigation: readonly NavigationEntry[] = [
  { href: '/inbox', label: 'detection.inbox.title', icon: 'inbox', rule: workInInbox },
  { href: '/cards', label: 'detection.sent.title', icon: 'send', rule: handInCards },
]

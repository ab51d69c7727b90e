import type { NavigationEntry } from '../../../platform/http/index.ts'
import { followSignals } from './access.ts'

export const secondNavigation: readonly NavigationEntry[] = [
  { href: '/signals', label: 'detection.seconds.title', icon: 'inbox', rule: followSignals },
]

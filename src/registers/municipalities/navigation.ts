import type { NavigationEntry } from '../../platform/http/index.ts'
import { administer, readAccessList } from './access.ts'

/** Where an administrator goes; the data protection officer shares the access list. */
export const administrationNavigation: readonly NavigationEntry[] = [
  { href: '/admin/memberships', label: 'municipalities.members.title', icon: 'users', rule: administer },
  { href: '/admin/municipality', label: 'municipalities.settings.title', icon: 'settings', rule: administer },
  { href: '/admin/zones', label: 'municipalities.zones.title', icon: 'building-2', rule: administer },
  { href: '/admin/provider', label: 'municipalities.provider.title', icon: 'key-round', rule: administer },
  { href: '/admin/access-list', label: 'municipalities.access.title', icon: 'lock', rule: readAccessList },
]

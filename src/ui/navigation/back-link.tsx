import { Icon } from '../icon/icon.tsx'
import type { TextLink } from '../link/link.tsx'

/** The way back, on top of a page. */
export function BackLink({ href, text }: TextLink) {
  return (
    <a class="back-link" href={href}>
      <Icon name="arrow-left" size="small" /> {text}
    </a>
  )
}

import { type IconName, iconPaths } from './icon-drawings.ts'

export type IconProps = {
  readonly name: IconName
  readonly size?: 'small' | 'medium' | 'large' | undefined
}

/** A Lucide drawing in the colour of the text. Hidden from screen readers: there is always a word beside it. */
export function Icon({ name, size = 'medium' }: IconProps) {
  return (
    <svg
      class={`icon icon-${size}${mirrored.test(name) ? ' icon-mirrored' : ''}`}
      viewBox="0 0 24 24"
      width="24"
      height="24"
      fill="none"
      stroke="currentColor"
      stroke-width="2"
      stroke-linecap="round"
      stroke-linejoin="round"
      aria-hidden="true"
      focusable="false"
      // Fixed drawings from the Lucide package, never input.
      dangerouslySetInnerHTML={{ __html: iconPaths(name) }}
    />
  )
}

/** Drawings that point along the reading direction and so turn round in a right-to-left page. */
const mirrored = /^(arrow|chevron)-(left|right)$|^(log-|undo|send|external-link|list$|door-open|scroll-text)/

import type { ComponentChildren } from 'preact'

/**
 * What somebody reads who waits long for a script. It shows by itself after two seconds, since the script that could show it may never
 * come; not at all where scripts are off, because then nothing comes.
 */
export function LateHint({ children }: { readonly children: ComponentChildren }) {
  return <p class="hint hint-late">{children}</p>
}

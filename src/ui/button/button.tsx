import type { ComponentChildren } from 'preact'
import { Icon } from '../icon/icon.tsx'
import type { IconName } from '../icon/icon-drawings.ts'

/** `primary` once a screen; `danger` for what cannot be undone; `quiet` looks like a link. */
export type ButtonLook = 'primary' | 'secondary' | 'quiet' | 'danger'

export type ButtonProps = {
  readonly look?: ButtonLook | undefined
  readonly type?: 'submit' | 'button' | 'reset' | undefined
  readonly name?: string | undefined
  readonly value?: string | undefined
  readonly icon?: IconName | undefined
  readonly wide?: boolean | undefined
  /** Sends the form it stands in elsewhere. */
  readonly formAction?: string | undefined
  /** Id of a form the button stands outside of. */
  readonly form?: string | undefined
  /** One letter that presses the button when nobody is typing. */
  readonly shortcut?: string | undefined
  /** Prints the page (with script). */
  readonly prints?: boolean | undefined
  /** Words for screen readers after the visible text: whose, which one. */
  readonly about?: string | undefined
  /** In islands only: a page has no script of its own. */
  readonly onPress?: (() => void) | undefined
  readonly children: ComponentChildren
}

/** A button that sends its form; its text is a verb. */
export function Button({ look = 'primary', type, icon, wide, formAction, shortcut, prints, ...rest }: ButtonProps) {
  const { about, onPress, children, ...own } = rest
  return (
    <button
      {...own}
      class={classOf(look, wide)}
      type={type ?? (prints ? 'button' : 'submit')}
      formaction={formAction}
      data-print={prints ? '' : undefined}
      data-key={shortcut}
      aria-keyshortcuts={shortcut}
      onClick={onPress}
    >
      <Inside icon={icon} about={about} shortcut={shortcut}>
        {children}
      </Inside>
    </button>
  )
}

export type LinkButtonProps = {
  readonly href: string
  readonly look?: ButtonLook | undefined
  readonly icon?: IconName | undefined
  readonly wide?: boolean | undefined
  readonly download?: boolean | undefined
  readonly shortcut?: string | undefined
  /** Lets the browser fetch the page early. Never on pages that write an audit line. */
  readonly likelyNext?: boolean | undefined
  readonly about?: string | undefined
  readonly children: ComponentChildren
}

/** A link that starts something, looking like a button. */
export function LinkButton({ look = 'secondary', icon, wide, shortcut, likelyNext, ...rest }: LinkButtonProps) {
  const { about, children, ...own } = rest
  return (
    <a
      {...own}
      class={classOf(look, wide)}
      data-key={shortcut}
      aria-keyshortcuts={shortcut}
      data-likely-next={likelyNext ? '' : undefined}
    >
      <Inside icon={icon} about={about} shortcut={shortcut}>
        {children}
      </Inside>
    </a>
  )
}

type InsideProps = Pick<ButtonProps, 'icon' | 'about' | 'shortcut' | 'children'>

function Inside({ icon, about, shortcut, children }: InsideProps) {
  return (
    <>
      {icon ? <Icon name={icon} /> : null}
      <span>
        {children}
        {about ? <span class="visually-hidden"> {about}</span> : null}
      </span>
      {shortcut ? (
        <span class="key" aria-hidden="true">
          {shortcut}
        </span>
      ) : null}
    </>
  )
}

const classOf = (look: ButtonLook, wide: boolean | undefined) => `button button-${look}${wide ? ' button-wide' : ''}`

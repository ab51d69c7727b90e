import type { ComponentChildren } from 'preact'
import { NetMark } from '../brand/net-mark.tsx'
import { Icon } from '../icon/icon.tsx'
import type { IconName } from '../icon/icon-drawings.ts'
import type { TextLink } from '../link/link.tsx'
import { BackLink } from '../navigation/back-link.tsx'

export type PhoneBarLink = TextLink & {
  readonly icon: IconName
  readonly current?: boolean | undefined
  /** How many things wait there, with the words for screen readers. */
  readonly count?: { readonly value: number; readonly about: string } | undefined
  /** The way out of danger: stands out from the others. */
  readonly urgent?: boolean | undefined
}

export type PhoneLayoutProps = {
  readonly name: string
  /** Where the work stands, in a word: what waits, what is sent. Read aloud when it changes. */
  readonly status?: ComponentChildren
  readonly back?: TextLink | undefined
  readonly bar?: readonly PhoneBarLink[] | undefined
  readonly barLabel?: string | undefined
  readonly notices?: ComponentChildren
  readonly children: ComponentChildren
}

/** A screen of an app on a phone: what it is and how it stands on top, the ways around under the thumb. */
export function PhoneLayout({ name, status, back, bar, barLabel, notices, children }: PhoneLayoutProps) {
  return (
    <div class="phone">
      <header class="phone-head">
        <span class="phone-name">
          <NetMark /> {name}
        </span>
        <span class="phone-status" role="status">
          {status}
        </span>
      </header>
      {/* It scrolls by itself, so the keyboard must be able to be in it. */}
      <main class="phone-main" id="main" tabindex={0}>
        {back ? <BackLink {...back} /> : null}
        {notices ? <div class="notices">{notices}</div> : null}
        {children}
      </main>
      {bar ? (
        <nav class="phone-bar" aria-label={barLabel}>
          <ul>
            {bar.map((link) => (
              <li key={link.href}>
                <BarLink {...link} />
              </li>
            ))}
          </ul>
        </nav>
      ) : null}
    </div>
  )
}

function BarLink({ href, text, icon, current, count, urgent }: PhoneBarLink) {
  return (
    <a
      class={urgent ? 'phone-link phone-link-urgent' : 'phone-link'}
      href={href}
      aria-current={current ? 'page' : undefined}
    >
      <Icon name={icon} />
      <span>{text}</span>
      {count && count.value > 0 ? (
        <span class="count">
          {count.value}
          <span class="visually-hidden"> {count.about}</span>
        </span>
      ) : null}
    </a>
  )
}

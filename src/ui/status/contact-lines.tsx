import { Icon } from '../icon/icon.tsx'
import type { IconName } from '../icon/icon-drawings.ts'

/** One way to reach somebody; `label` names it for screen readers, `text` is what is shown. */
export type ContactLine = {
  readonly kind: 'phone' | 'email' | 'web' | 'address' | 'hours' | 'person' | 'language'
  readonly label: string
  readonly text: string
}

export type ContactLinesProps = { readonly lines: readonly ContactLine[] }

/** Ways to reach somebody; telephone, e-mail and website can be pressed. */
export function ContactLines({ lines }: ContactLinesProps) {
  return (
    <ul class="contact-lines">
      {lines.map((line) => (
        <li class="contact-line" key={`${line.kind} ${line.text}`}>
          <Icon name={icons[line.kind]} />
          <span class="visually-hidden">{line.label}: </span>
          <ContactText {...line} />
        </li>
      ))}
    </ul>
  )
}

function ContactText({ kind, text }: ContactLine) {
  if (kind === 'phone') return <PressableLine href={`tel:${text.replace(/[^\d+]/g, '')}`} text={text} />
  if (kind === 'email') return <PressableLine href={`mailto:${text}`} text={text} />
  if (kind === 'web') return <PressableLine href={/^https?:/.test(text) ? text : `https://${text}`} text={text} />
  return <span dir="auto">{text}</span>
}

function PressableLine({ href, text }: { readonly href: string; readonly text: string }) {
  return (
    <a class="link link-plain" href={href} dir="ltr">
      {text}
    </a>
  )
}

const icons: Readonly<Record<ContactLine['kind'], IconName>> = {
  phone: 'phone',
  email: 'mail',
  web: 'globe',
  address: 'map-pin',
  hours: 'clock',
  person: 'user',
  language: 'languages',
}

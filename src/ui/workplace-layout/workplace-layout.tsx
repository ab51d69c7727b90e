import type { ComponentChildren } from 'preact'
import { type MunicipalityFace, MunicipalityName } from '../brand/municipality-name.tsx'
import { HiddenFields, type HiddenValues } from '../fields/hidden-field.tsx'
import { Icon } from '../icon/icon.tsx'
import type { IconName } from '../icon/icon-drawings.ts'
import type { TextLink } from '../link/link.tsx'
import { LanguageSwitch, type LanguageSwitchProps } from '../public-layout/language-switch.tsx'
import { Count } from '../status/status.tsx'

export type WorkplaceLink = TextLink & {
  readonly icon?: IconName | undefined
  readonly current?: boolean | undefined
  readonly count?: number | undefined
}

/** Links that belong together; one without links is left out. */
export type WorkplaceGroup = { readonly title?: string | undefined; readonly links: readonly WorkplaceLink[] }

/** Who is signed in, in which role, and the form to leave. */
export type SignedIn = {
  readonly name: string
  readonly role: string
  readonly signOut: { readonly action: string; readonly text: string; readonly hidden?: HiddenValues | undefined }
  readonly profile?: TextLink | undefined
}

export type WorkplaceLayoutProps = {
  readonly municipality: MunicipalityFace
  readonly navigation: readonly WorkplaceGroup[]
  readonly navigationLabel: string
  /** The word that opens the navigation on a phone. */
  readonly menuText: string
  readonly user: SignedIn
  readonly languages?: LanguageSwitchProps | undefined
  /** Whose paper this is and of which day; only on paper. */
  readonly paperHead?: string | undefined
  /** Notices above the page: Flash. */
  readonly notices?: ComponentChildren
  readonly children: ComponentChildren
}

/** A page of the workplace: navigation at the side, folded behind a button on a phone (without script). */
export function WorkplaceLayout(props: WorkplaceLayoutProps) {
  const { municipality, navigation, navigationLabel, menuText, user, languages, paperHead, notices, children } = props
  return (
    <div class="workplace">
      <header class="workplace-head">
        <div class="workplace-side">
          <MunicipalityName {...municipality} />
          <button class="button button-secondary workplace-menu-button" type="button" popovertarget="workplace-menu">
            <Icon name="menu" />
            <span>{menuText}</span>
          </button>
          <div class="workplace-menu" id="workplace-menu" popover="auto">
            <nav class="workplace-navigation" aria-label={navigationLabel}>
              {navigation
                .filter(({ links }) => links.length > 0)
                .map((group, place) => (
                  <NavigationPart key={group.title ?? place} {...group} id={`workplace-group-${place}`} />
                ))}
            </nav>
            <Account {...user} />
            {languages ? <LanguageSwitch {...languages} /> : null}
          </div>
        </div>
      </header>
      <main class="workplace-main" id="main" tabindex={-1}>
        {paperHead ? <p class="workplace-paper-head">{paperHead}</p> : null}
        {notices ? <div class="notices">{notices}</div> : null}
        {children}
      </main>
    </div>
  )
}

function NavigationPart({ title, links, id }: WorkplaceGroup & { readonly id: string }) {
  return (
    <div class="workplace-group">
      {title ? (
        <p class="workplace-group-title" id={id}>
          {title}
        </p>
      ) : null}
      <ul aria-labelledby={title ? id : undefined}>
        {links.map((link) => (
          <li key={link.href}>
            <WorkplaceItem {...link} />
          </li>
        ))}
      </ul>
    </div>
  )
}

function WorkplaceItem({ href, text, icon = 'circle', current, count }: WorkplaceLink) {
  return (
    <a class="workplace-link" href={href} aria-current={current ? 'page' : undefined}>
      <Icon name={icon} />
      <span class="workplace-link-text">{text}</span>
      {count ? <Count value={count} /> : null}
    </a>
  )
}

function Account({ name, role, signOut, profile }: SignedIn) {
  return (
    <div class="account">
      <p class="account-name">{profile ? <a href={profile.href}>{name}</a> : name}</p>
      <p class="account-role">{role}</p>
      <form action={signOut.action} method="post">
        <HiddenFields values={signOut.hidden} />
        <button class="account-leave" type="submit">
          <Icon name="log-out" size="small" /> {signOut.text}
        </button>
      </form>
    </div>
  )
}

import type { ComponentChildren } from 'preact'
import { type MunicipalityFace, MunicipalityName } from '../brand/municipality-name.tsx'
import { NetMark } from '../brand/net-mark.tsx'
import type { TextLink } from '../link/link.tsx'
import { LanguageSwitch, type LanguageSwitchProps } from './language-switch.tsx'

export type NavigationLink = TextLink & { readonly current?: boolean | undefined }

export type PublicLayoutProps = {
  readonly municipality: MunicipalityFace
  readonly languages?: LanguageSwitchProps | undefined
  readonly navigation?: readonly NavigationLink[] | undefined
  readonly navigationLabel?: string | undefined
  readonly footer?: readonly TextLink[] | undefined
  /** A sentence in the footer: who answers for this site, by which number to call. */
  readonly footerText?: ComponentChildren
  /** Notices above the page: Flash. */
  readonly notices?: ComponentChildren
  readonly children: ComponentChildren
}

/** A page of the public site. */
export function PublicLayout(props: PublicLayoutProps) {
  const { municipality, languages, navigation, navigationLabel, footer, footerText, notices, children } = props
  return (
    <div class="public">
      <header class="public-head">
        <div class="public-head-inside">
          <MunicipalityName {...municipality} />
          {languages ? <LanguageSwitch {...languages} /> : null}
          {navigation ? (
            <nav class="public-navigation" aria-label={navigationLabel}>
              <ul>
                {navigation.map(({ href, text, current }) => (
                  <li key={href} class={href === municipality.href ? 'public-navigation-home' : undefined}>
                    <a href={href} aria-current={current ? 'page' : undefined}>
                      {text}
                    </a>
                  </li>
                ))}
              </ul>
            </nav>
          ) : null}
        </div>
      </header>
      <main class="public-main" id="main" tabindex={-1}>
        {notices ? <div class="notices">{notices}</div> : null}
        {children}
      </main>
      <Footer links={footer} text={footerText} />
    </div>
  )
}

type FooterProps = { readonly links: readonly TextLink[] | undefined; readonly text: ComponentChildren }

/** The end of a public page; shows nothing without links and text. */
export function Footer({ links = [], text }: FooterProps) {
  if (links.length === 0 && !text) return null
  return (
    <footer class="footer">
      <div class="footer-inside">
        <NetMark />
        <div class="footer-words">
          {text ? <div>{text}</div> : null}
          {links.length > 0 ? (
            <ul class="footer-links">
              {links.map(({ href, text: word }) => (
                <li key={href}>
                  <a href={href}>{word}</a>
                </li>
              ))}
            </ul>
          ) : null}
        </div>
      </div>
    </footer>
  )
}

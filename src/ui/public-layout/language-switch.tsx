/** A language by its own name, with the same page in it. */
export type LanguageLink = {
  readonly lang: string
  readonly name: string
  readonly href: string
  readonly current?: boolean | undefined
}

export type LanguageSwitchProps = { readonly label: string; readonly items: readonly LanguageLink[] }

/** The same page in other languages, each by its own name. */
export function LanguageSwitch({ label, items }: LanguageSwitchProps) {
  return (
    <nav class="languages" aria-label={label}>
      <ul>
        {items.map(({ lang, name, href, current }) => (
          <li key={lang}>
            <a href={href} lang={lang} hreflang={lang} aria-current={current ? 'true' : undefined}>
              {name}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}

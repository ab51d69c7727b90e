import type { ComponentChildren, VNode } from 'preact'
import { useContext } from 'preact/hooks'
import { renderToString } from 'preact-render-to-string'
import { IslandsHere } from '../island/islands-here.ts'

export type DocumentProps = {
  readonly lang: string
  readonly dir?: 'ltr' | 'rtl' | undefined
  readonly title: string
  /** URLs in order; the house style of the municipality comes last. */
  readonly stylesheets: readonly string[]
  /** URLs of module scripts. */
  readonly scripts?: readonly string[] | undefined
  /** URL of the module script that wakes up islands: linked only when the page has one. */
  readonly islandScript?: string | undefined
  /** Text of the link that jumps to the page's content; the layouts mark it with id `main`. */
  readonly skipLinkText: string
  readonly description?: string | undefined
  readonly icon?: string | undefined
  /** Keeps search engines away: everything behind a sign-in or a code. */
  readonly hiddenFromSearch?: boolean | undefined
  /** More of the head: a manifest link, alternates. */
  readonly head?: ComponentChildren
  readonly children: ComponentChildren
}

/** A whole HTML page around a layout. */
export function Document({
  lang,
  dir = 'ltr',
  title,
  stylesheets,
  scripts = [],
  skipLinkText,
  ...rest
}: DocumentProps) {
  return (
    <html lang={lang} dir={dir}>
      <head>
        <meta charset="utf-8" />
        <title>{title}</title>
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        {rest.description ? <meta name="description" content={rest.description} /> : null}
        {rest.hiddenFromSearch ? <meta name="robots" content="noindex" /> : null}
        {rest.icon ? <link rel="icon" href={rest.icon} /> : null}
        {stylesheets.map((href) => (
          <link key={href} rel="stylesheet" href={href} />
        ))}
        {scripts.map((src) => (
          <script key={src} type="module" src={src} />
        ))}
        {rest.head}
      </head>
      <body>
        <a class="skip-link" href="#main">
          {skipLinkText}
        </a>
        <IslandsHere.Provider value={{ isThere: false }}>
          {rest.children}
          <IslandScript src={rest.islandScript} />
        </IslandsHere.Provider>
      </body>
    </html>
  )
}

/** Stands after all that may hold an island: what comes before it has been rendered by then. */
function IslandScript({ src }: { readonly src: string | undefined }) {
  const hasIsland = useContext(IslandsHere)?.isThere
  return src && hasIsland ? <script type="module" src={src} /> : null
}

/** The text of a page, doctype included, for the body of a response. */
export const renderDocument = (page: VNode): string => `<!doctype html>${renderToString(page)}`

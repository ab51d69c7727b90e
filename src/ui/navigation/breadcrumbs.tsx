/** A place on the way here; the last one, the page itself, has no `href`. */
export type Crumb = { readonly text: string; readonly href?: string | undefined }

export type BreadcrumbsProps = { readonly label: string; readonly items: readonly Crumb[] }

/** The way from the start page to here. */
export function Breadcrumbs({ label, items }: BreadcrumbsProps) {
  return (
    <nav class="breadcrumbs" aria-label={label}>
      <ol class="breadcrumbs-list">
        {items.map(({ text, href }) => (
          <li key={text}>
            {href ? (
              <a class="link link-quiet" href={href}>
                {text}
              </a>
            ) : (
              <span aria-current="page">{text}</span>
            )}
          </li>
        ))}
      </ol>
    </nav>
  )
}

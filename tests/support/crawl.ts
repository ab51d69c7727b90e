import type { Browser } from './world.ts'

/** What somebody can reach by following links: pages that answered, the forms on them, and addresses of files. */
export type Reach = {
  readonly pages: ReadonlyMap<string, string>
  readonly forms: readonly PostForm[]
  readonly files: readonly string[]
}
export type PostForm = { readonly action: string; readonly fields: Record<string, string> }

const uuid = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g

/** All identifiers in a text. */
export const identifiersIn = (text: string): readonly string[] => text.match(uuid) ?? []

/**
 * Walks from `from` along links of this site, at most `most` pages and three (or `ofEachShape`) of each shape of address
 * (identifiers left out, or as `shapeOf` says), as a person would who looks at everything once.
 */
export async function crawl(
  browser: Browser,
  from: readonly string[],
  most = 120,
  ofEachShape = 3,
  shapeOf: (path: string) => string | undefined = withoutIdentifiers,
): Promise<Reach> {
  const pages = new Map<string, string>()
  const forms: PostForm[] = []
  const files: string[] = []
  const perShape = new Map<string, number>()
  const waiting = [...from]
  for (let path = waiting.shift(); path !== undefined && pages.size < most; path = waiting.shift()) {
    const shape = shapeOf(path) ?? path
    if (pages.has(path) || (perShape.get(shape) ?? 0) >= ofEachShape) continue
    perShape.set(shape, (perShape.get(shape) ?? 0) + 1)
    const response = await browser.get(path)
    if (response.status !== 200) continue
    if (!response.headers.get('content-type')?.includes('html')) {
      files.push(path)
      continue
    }
    const html = await response.text()
    pages.set(path, html)
    forms.push(...formsIn(html, path))
    waiting.push(...linksIn(html, path))
  }
  return { pages, forms, files }
}

const withoutIdentifiers = (path: string) => path.replaceAll(uuid, ':id').replace(/\?.*/, '?')

function linksIn(html: string, from: string): readonly string[] {
  return [...html.matchAll(/<a\s[^>]*href="([^"]+)"/g)].flatMap(([, href = '']) => localPath(href, from) ?? [])
}

function formsIn(html: string, from: string): readonly PostForm[] {
  return [...html.matchAll(/<form\s([^>]*)>([\s\S]*?)<\/form>/g)].flatMap(([, attributes = '', inside = '']) => {
    if (!/method="post"/i.test(attributes)) return []
    const action = localPath(/action="([^"]*)"/.exec(attributes)?.[1] ?? from, from)
    return action ? [{ action, fields: fieldsIn(inside) }] : []
  })
}

/** Every field with what it holds, or the first choice, or a word: enough to get past a form that checks. */
function fieldsIn(html: string): Record<string, string> {
  const fields: Record<string, string> = {}
  for (const [tag] of html.matchAll(/<(?:input|textarea|select|button)\s[^>]*>/g)) {
    const name = /\sname="([^"]+)"/.exec(tag)?.[1]
    if (name) fields[name] ??= /\svalue="([^"]*)"/.exec(tag)?.[1] || 'x'
  }
  return fields
}

function localPath(href: string, from: string): string | undefined {
  const url = new URL(href.replaceAll('&amp;', '&'), `http://localhost${from}`)
  return url.origin === 'http://localhost' && !url.pathname.startsWith('/sign-out')
    ? url.pathname + url.search
    : undefined
}

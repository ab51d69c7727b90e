/** An element of a page as tests look at it. Text is a string among the children. */
export type Markup = {
  readonly tag: string
  readonly attributes: Readonly<Record<string, string>>
  readonly children: readonly (Markup | string)[]
}

const parts = /<!--[\s\S]*?-->|<!doctype[^>]*>|<(\/?)([a-z][\w-]*)((?:\s+[\w:-]+(?:="[^"]*")?)*)\s*(\/?)>|([^<]+)/gi
const empty = new Set(['input', 'br', 'hr', 'img', 'meta', 'link', 'col', 'wbr', 'source'])

/** Reads HTML as our pages write it: every element closed, attributes between double quotes, no `<` in a script. */
export function readMarkup(html: string): Markup {
  const root = { tag: 'root', attributes: {}, children: [] as (Markup | string)[] }
  const open = [root]
  for (const [, closing, tag = '', attributes = '', selfClosing, text] of html.matchAll(parts)) {
    const inside = open.at(-1) ?? root
    if (text !== undefined) inside.children.push(decoded(text))
    else if (closing)
      open.length = Math.max(
        1,
        open.findLastIndex((one) => one.tag === tag),
      )
    else if (tag) {
      const element = { tag, attributes: attributesIn(attributes), children: [] as (Markup | string)[] }
      inside.children.push(element)
      if (!selfClosing && !empty.has(tag)) open.push(element)
    }
  }
  return root
}

/** All elements inside `root` that pass, in the order of the page. */
function elementsWhere(root: Markup, passes: (element: Markup) => boolean): readonly Markup[] {
  return root.children.flatMap((child) =>
    typeof child === 'string' ? [] : [...(passes(child) ? [child] : []), ...elementsWhere(child, passes)],
  )
}

/** All elements with one of these tags. */
export const elementsOf = (root: Markup, ...tags: readonly string[]) =>
  elementsWhere(root, ({ tag }) => tags.includes(tag))

/** What a reader, or a screen reader, gets: the text inside, spaces as one, without what is hidden from both. */
export function readText(element: Markup | string): string {
  return rawText(element).replace(/\s+/g, ' ').trim()
}

function rawText(element: Markup | string): string {
  if (typeof element === 'string') return element
  const { tag, attributes, children } = element
  if (['script', 'style', 'svg', 'template'].includes(tag) || attributes['aria-hidden'] === 'true') return ''
  const text = children.map(rawText).join('')
  return inline.has(tag) ? text : ` ${text} `
}

const inline = new Set(['a', 'b', 'bdi', 'bdo', 'code', 'em', 'mark', 'span', 'strong', 'time'])

const attributesIn = (text: string) =>
  Object.fromEntries(
    [...text.matchAll(/([\w:-]+)(?:="([^"]*)")?/g)].map(([, name, value]) => [name, decoded(value ?? '')]),
  )

const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', nbsp: '\u00a0' }

const decoded = (text: string) =>
  text.replace(/&(?:#(\d+)|#x([\da-f]+)|(\w+));/gi, (whole, decimal, hex, name) => {
    if (name) return entities[name] ?? whole
    return String.fromCodePoint(decimal ? Number(decimal) : Number.parseInt(hex, 16))
  })

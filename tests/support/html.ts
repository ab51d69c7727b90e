import type { VNode } from 'preact'
import { renderToString } from 'preact-render-to-string'

/** An element in rendered HTML: its attributes (an attribute without value is '') and the text inside, tags taken out. */
export type RenderedElement = { readonly attributes: Readonly<Record<string, string>>; readonly text: string }

/** Renders a component and finds the elements of one tag, in order. Elements of the same tag inside each other are not told apart. */
export function rendered(node: VNode, tag: string): readonly RenderedElement[] {
  return elementsIn(renderToString(node), tag)
}

/** The elements of one tag in a piece of HTML as `preact-render-to-string` writes it. */
export function elementsIn(html: string, tag: string): readonly RenderedElement[] {
  return [...html.matchAll(new RegExp(`<${tag}((?:\\s[^>]*?)?)(?:/>|>([\\s\\S]*?)</${tag}>|>)`, 'g'))].map(
    ([, attributes = '', inside = '']) => ({ attributes: attributesIn(attributes), text: textIn(inside) }),
  )
}

const attributesIn = (text: string) =>
  Object.fromEntries([...text.matchAll(/([\w-]+)(?:="([^"]*)")?/g)].map(([, name, value]) => [name, value ?? '']))

const textIn = (html: string) =>
  html
    .replace(/<[^>]*>/g, '')
    .replace(/\s+/g, ' ')
    .trim()

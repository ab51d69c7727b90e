import { languageName, type Texts } from '../../../../platform/messages/index.ts'
import type { Asset } from '../asset.ts'
import { placeTypeName } from '../place-type.ts'

/** What something is called: its name, or what kind of place it is. */
export const assetName = (t: Texts, { name, placeType }: Pick<Asset, 'name' | 'placeType'>): string =>
  (name && capital(name)) ?? (placeType ? placeTypeName(placeType, t.language) : t('analysis.asset.nameless'))

/** What it is: the type of a place, or the kind of what is no place. */
export const assetSort = (t: Texts, { kind, placeType }: Pick<Asset, 'kind' | 'placeType'>): string =>
  placeType ? placeTypeName(placeType, t.language) : t(`analysis.asset.kind.${kind}`)

/** What visitors ask of a place: free, accessible, when open, which languages. */
export function assetFacts(t: Texts, asset: Asset): readonly string[] {
  const { isFree, isAccessible, address, openingHours, languages } = asset
  return [
    address,
    isFree === null ? null : t(isFree ? 'analysis.asset.free' : 'analysis.asset.paid'),
    isAccessible === null ? null : t(isAccessible ? 'analysis.asset.accessible' : 'analysis.asset.inaccessible'),
    openingHours,
    languages.length > 0 ? t.list(languages.map((code) => languageName(t, code))) : null,
  ].filter((fact) => fact !== null)
}

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)

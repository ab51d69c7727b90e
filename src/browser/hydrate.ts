import type { ComponentType } from 'preact'

/**
 * Wakes up the islands of a page (see `ui/island/island.tsx`): `<Island name="IncomeSlider" …>` finds the export
 * `IncomeSlider` of `income-slider.island.tsx`, wherever that file stands. Preact itself is fetched only then.
 */
export async function hydrateIslands(page: ParentNode): Promise<void> {
  await Promise.all([...page.querySelectorAll<HTMLElement>('[data-island]')].map(hydrateIsland))
}

async function hydrateIsland(place: HTMLElement): Promise<void> {
  const name = place.dataset.island ?? ''
  const [{ h, hydrate }, island] = await Promise.all([import('preact'), componentNamed(name)])
  hydrate(h(island, JSON.parse(place.dataset.props ?? '{}')), place)
  place.dataset.awake = ''
}

const files = import.meta.glob<Readonly<Record<string, ComponentType>>>('../**/*.island.tsx')

async function componentNamed(name: string): Promise<ComponentType> {
  const file = `/${name.replace(/\B[A-Z]/g, '-$&').toLowerCase()}.island.tsx`
  const load = Object.entries(files).find(([path]) => path.endsWith(file))?.[1]
  const component = (await load?.())?.[name]
  if (!component) throw new Error(`no island ${name} in a file ${file}`)
  return component
}

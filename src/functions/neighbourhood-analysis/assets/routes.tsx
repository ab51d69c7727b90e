import type { Transact, Tx } from '../../../platform/database/transact.ts'
import { type Ctx, may, type Routes, staffOf, workplacePage } from '../../../platform/http/index.ts'
import { mapped } from '../../../registers/places/index.ts'
import { readFindings } from '../findings/access.ts'
import { neighbourhoodAsked, neighbourhoodsToChoose } from '../findings/asked-neighbourhood.ts'
import { importAssets, readAssets, writeAssets } from './access.ts'
import { assetKinds } from './asset.ts'
import { assetWritingRoutes } from './asset-routes.tsx'
import { assetsOf } from './assets-of.ts'
import { placeImportRoutes } from './import-routes.tsx'
import { meetingPlaceTypes, placeTypes } from './place-type.ts'
import { type AssetChoice, AssetsPage } from './views/assets-page.tsx'

type Needs = { readonly transact: Transact }

const pageSize = 50
const mostPages = 10_000

/** Places, people by what they do, associations and services of a neighbourhood. */
export function assetRoutes(routes: Routes, needs: Needs): void {
  const { transact } = needs

  routes.get('/analysis/places', may(readAssets), async (c) => {
    const t = c.get('t')
    const actor = staffOf(c)
    const choice = choiceFrom(c)
    const number = Math.min(mostPages, Math.max(1, Number.parseInt(c.req.query('page') ?? '1', 10) || 1))
    const found = await transact(actor, (tx) => listed(tx, c, choice))
    const from = (number - 1) * pageSize
    const pages = {
      number,
      previous: number > 1 ? pageHref(c, number - 1) : undefined,
      next: found.assets.length > from + pageSize ? pageHref(c, number + 1) : undefined,
    }
    const page = (
      <AssetsPage
        t={t}
        {...found}
        shown={found.assets.slice(from, from + pageSize)}
        pages={pages}
        mayWrite={writeAssets.allows(actor)}
        mayImport={importAssets.allows(actor)}
        readsFindings={readFindings.allows(actor)}
      />
    )
    return workplacePage(c, { title: t('analysis.asset.title') }, page)
  })

  placeImportRoutes(routes, needs)
  assetWritingRoutes(routes, needs)
}

async function listed(tx: Tx, c: Ctx, choice: Omit<AssetChoice, 'neighbourhoodId'>) {
  const asked = await neighbourhoodAsked(tx, c)
  const areas = await mapped(tx, await neighbourhoodsToChoose(tx, asked))
  const neighbourhoodId = asked?.id
  const assets = await assetsOf(tx, {
    neighbourhoodId,
    words: choice.words,
    kinds: choice.kind ? [choice.kind] : undefined,
    placeTypes: typesChosen(choice.type),
  })
  return { areas, assets, choice: { ...choice, neighbourhoodId } }
}

function typesChosen(type: string): readonly string[] | undefined {
  if (type === 'all') return undefined
  return type === 'meeting' ? meetingPlaceTypes : [type]
}

function choiceFrom(c: Ctx): Omit<AssetChoice, 'neighbourhoodId'> {
  const asked = (name: string) => c.req.query(name) || undefined
  const type = asked('type')
  return {
    words: asked('q')?.slice(0, 100),
    kind: assetKinds.find((kind) => kind === asked('kind')),
    type: type === 'all' || placeTypes.some(({ code }) => code === type) ? (type ?? 'meeting') : 'meeting',
  }
}

function pageHref(c: Ctx, number: number): string {
  const { searchParams } = new URL(c.req.url)
  searchParams.set('page', String(number))
  return `/analysis/places?${searchParams}`
}

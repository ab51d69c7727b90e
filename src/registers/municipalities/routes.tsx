import { everyone } from '../../platform/access/rule.ts'
import type { Db } from '../../platform/database/connect.ts'
import { may, municipalityOf, publicPage, type Routes } from '../../platform/http/index.ts'
import { houseStyleSheet } from '../../ui/index.ts'
import { allMunicipalities, municipalityById } from './municipality-store.ts'
import { FrontPage } from './views/front-page.tsx'
import { HomePage } from './views/home-page.tsx'

type Needs = { readonly db: Db }

/** The front door of the installation, the front page of a municipality, and its house style. */
export function municipalityRoutes(routes: Routes, { db }: Needs): void {
  routes.get('/', may(everyone), async (c) => {
    if (c.get('session')) return c.redirect('/today', 303)
    const municipalities = await allMunicipalities(db)
    const [only] = municipalities
    if (only && municipalities.length === 1) return c.redirect(`/in/${only.slug}`, 303)
    const t = c.get('t')
    const title = t('resident.front.title')
    return publicPage(c, { title, isPublished: true }, <FrontPage t={t} municipalities={municipalities} />)
  })

  routes.get('/in/:municipality', may(everyone), (c) => {
    const t = c.get('t')
    const municipality = municipalityOf(c)
    return publicPage(
      c,
      { title: t('resident.home.title', { name: municipality.name }), isPublished: true },
      <HomePage t={t} municipality={municipality} />,
    )
  })

  routes.get('/in/:municipality/house-style.css', may(everyone), async (c) => {
    const municipality = await municipalityById(db, municipalityOf(c).id)
    c.header('Cache-Control', 'public, max-age=300')
    const sheet = municipality
      ? houseStyleSheet({ primary: municipality.primaryColour, accent: municipality.accentColour })
      : ''
    return c.body(sheet, 200, { 'Content-Type': 'text/css; charset=utf-8' })
  })
}

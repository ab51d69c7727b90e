import { identifier, may, notFound, type Routes, staffOf, workplacePage } from '../../../platform/http/index.ts'
import { namesOf } from '../../../platform/identity/index.ts'
import type { AnalysisNeeds } from '../needs.ts'
import { seePublications } from './access.ts'
import { publicationsOf } from './publication-store.ts'
import { PublicationPage } from './views/publication-page.tsx'
import { PublicationsPage } from './views/publications-page.tsx'

/** What was published of our own counts, so that nothing later gives a hidden one away. */
export function publicationRoutes(routes: Routes, { transact }: AnalysisNeeds): void {
  routes.get('/analysis/publications', may(seePublications), async (c) => {
    const t = c.get('t')
    const publications = await transact(staffOf(c), (tx) => publicationsOf(tx))
    return workplacePage(
      c,
      { title: t('analysis.publishing.list') },
      <PublicationsPage t={t} publications={publications} />,
    )
  })

  routes.get('/analysis/publications/:id', may(seePublications), async (c) => {
    const id = c.req.param('id')
    const { publication, names } = await transact(staffOf(c), async (tx) => {
      const known = identifier().safeParse(id).success ? await publicationsOf(tx, { id }) : []
      const [publication = notFound('publication', id)] = known
      return { publication, names: await namesOf(tx, publication.publishedBy ? [publication.publishedBy] : []) }
    })
    const publisherName = names.get(publication.publishedBy ?? '')
    const page = <PublicationPage t={c.get('t')} publication={publication} publisherName={publisherName} />
    return workplacePage(c, { title: publication.title }, page)
  })
}

import { everyone } from './platform/access/rule.ts'
import { may, type Routes } from './platform/http/index.ts'
import { GalleryPage, galleryView } from './ui/gallery/gallery.tsx'
import { Document, renderDocument } from './ui/index.ts'

/** `/gallery`: every component in all its states, in development only. */
export function galleryRoutes(routes: Routes): void {
  routes.get('/gallery', may(everyone), (c) => {
    const view = galleryView(c.req.query('view'))
    const { web, workplace, islands, pictures } = c.get('shell').assets
    const linked = view.isForResidents ? [web] : [web, workplace]
    const styled = view.hasPictures ? [...linked, pictures] : linked
    return c.html(
      renderDocument(
        <Document
          lang={view.lang}
          dir={view.dir}
          title={view.title}
          stylesheets={styled.flatMap(({ styles }) => styles)}
          scripts={linked.map(({ script }) => script)}
          islandScript={islands.script}
          skipLinkText={c.get('t')('http.skipToContent')}
        >
          <GalleryPage view={view.name} />
        </Document>,
      ),
    )
  })
}

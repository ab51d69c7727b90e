import type { VNode } from 'preact'
import { ArabicChartsView, ChartsView, PublicChartsView } from './charts/charts-view.tsx'
import { ComponentsView } from './components-view.tsx'
import { PrintView } from './print-view.tsx'
import { PublicView } from './public-view.tsx'
import { ArabicView, ResidentView } from './resident-view.tsx'
import { WorkplaceView } from './workplace-view.tsx'

/** A page of the gallery, with what its document needs. */
export type GalleryView = {
  readonly name: string
  readonly title: string
  readonly lang: string
  readonly dir: 'ltr' | 'rtl'
  /** A resident's page: without the files of the workplace, as it is served. */
  readonly isForResidents?: boolean
  /** With pictures of figures, whose styles a resident's page asks for. */
  readonly hasPictures?: boolean
}

/** The pages of the gallery; the first one shows every component, the others whole pages made of them. */
export const galleryViews: readonly [GalleryView, ...GalleryView[]] = [
  { name: 'components', title: 'Bouwstenen', lang: 'nl', dir: 'ltr' },
  { name: 'workplace', title: 'Werkplek: vandaag', lang: 'nl', dir: 'ltr' },
  { name: 'public', title: 'Publieke site', lang: 'nl', dir: 'ltr', isForResidents: true },
  { name: 'resident', title: 'Eén vraag per pagina', lang: 'nl', dir: 'ltr', isForResidents: true },
  { name: 'arabic', title: 'بطاقة طلب المساعدة', lang: 'ar', dir: 'rtl', isForResidents: true },
  { name: 'charts', title: 'Beelden van cijfers', lang: 'nl', dir: 'ltr' },
  { name: 'charts-arabic', title: 'صور الأرقام', lang: 'ar', dir: 'rtl' },
  { name: 'charts-public', title: 'صور الأرقام', lang: 'ar', dir: 'rtl', isForResidents: true, hasPictures: true },
  { name: 'print', title: 'Kaart en brief op papier', lang: 'nl', dir: 'ltr' },
]

/** The view of this name, or the first one. */
export const galleryView = (name: string | undefined): GalleryView =>
  galleryViews.find((view) => view.name === name) ?? galleryViews[0]

/** Every component in all states, and sample pages: the body of `/gallery?view=…`; its document takes `galleryView(name)`. */
export function GalleryPage({ view }: { readonly view?: string | undefined }): VNode {
  const Page = pages[galleryView(view).name] ?? ComponentsView
  return <Page />
}

const pages: Readonly<Record<string, () => VNode>> = {
  components: ComponentsView,
  workplace: WorkplaceView,
  public: PublicView,
  resident: ResidentView,
  arabic: ArabicView,
  charts: ChartsView,
  'charts-arabic': ArabicChartsView,
  'charts-public': PublicChartsView,
  print: PrintView,
}

import type { ContentfulStatusCode } from 'hono/utils/http-status'
import type { ComponentChildren, VNode } from 'preact'
import {
  Document,
  Flash,
  FocusLayout,
  type FocusLayoutProps,
  type IconName,
  PrintLayout,
  PublicLayout,
  renderDocument,
  WorkplaceLayout,
} from '../../ui/index.ts'
import { languageNames } from '../messages/index.ts'
import { type Ctx, type PublicMunicipality, staffOf } from './context.ts'

type PageOptions = {
  readonly title: string
  /** What may be shown to search engines: pages of the public site without a code. */
  readonly isPublished?: boolean
  /** A map, dots or bars on a public page: their styles come along. Pages of the workplace have those of all pictures. */
  readonly hasPictures?: boolean
  /** Lines over time or ages on a public page: their styles come along. */
  readonly hasPlots?: boolean
  readonly notices?: ComponentChildren
}
/** Whether a page needs the files of the workplace beside those of every page. */
type Styled = PageOptions & { readonly isForStaff?: boolean }
type PublicOptions = PageOptions & { readonly current?: string }
type FocusOptions = PageOptions & Pick<FocusLayoutProps, 'back' | 'progress'>
type PrintOptions = PageOptions & { readonly back?: { href: string; text: string }; readonly hint?: string }

/** A page of the workplace, with the navigation of who is signed in. `title` is also the page's heading by custom. */
export function workplacePage(
  c: Ctx,
  options: PageOptions,
  content: VNode,
  status: ContentfulStatusCode = 200,
): Response {
  const t = c.get('t')
  const actor = staffOf(c)
  const municipality = c.get('municipality')
  const navigation = c.get('shell').navigation.map(({ label, entries }) => ({
    title: label && t(label),
    links: entries
      .filter(({ rule }) => rule.allows(actor))
      .map(({ href, label, icon }) => ({
        href,
        text: t(label),
        icon: icon as IconName,
        current: isWithin(c.req.path, href),
      })),
  }))
  return html(
    c,
    { ...options, isPublished: false, isForStaff: true },
    <WorkplaceLayout
      municipality={{ name: municipality?.name ?? 'Meernet', href: '/today', logo: municipality?.logo }}
      navigation={navigation}
      navigationLabel={t('http.navigation')}
      menuText={t('http.menu')}
      user={{
        name: actor.name,
        role: t(`http.role.${actor.role}`),
        signOut: { action: '/sign-out', text: t('http.signOut') },
        profile: { href: '/account', text: t('http.account') },
      }}
      paperHead={t('http.printedOn', { municipality: municipality?.name ?? 'Meernet', day: t.day(t.today) })}
      notices={noticesOf(c, options)}
    >
      {content}
    </WorkplaceLayout>,
    status,
  )
}

/** A page of a municipality's public site. */
export function publicPage(
  c: Ctx,
  options: PublicOptions,
  content: VNode,
  status: ContentfulStatusCode = 200,
): Response {
  const t = c.get('t')
  const { municipality, languages, footer } = publicParts(c)
  const base = municipality ? `/in/${municipality.slug}` : ''
  const navigation = municipality
    ? publicPlaces.map(({ path, name }) => ({
        href: base + path,
        text: t(`resident.navigation.${name}`),
        current: c.req.path === base + path,
      }))
    : []
  return html(
    c,
    options,
    <PublicLayout
      municipality={faceOf(municipality)}
      languages={languages}
      navigation={navigation}
      navigationLabel={t('http.navigation')}
      {...footer}
      notices={noticesOf(c, options)}
    >
      {content}
    </PublicLayout>,
    status,
  )
}

/** One thing on a page: residents' forms, signing in, confirming. */
export function focusPage(c: Ctx, options: FocusOptions, content: VNode, status: ContentfulStatusCode = 200): Response {
  const { municipality, languages, footer } = publicParts(c)
  const { back, progress } = options
  return html(
    c,
    options,
    <FocusLayout
      municipality={faceOf(municipality)}
      languages={languages}
      back={back}
      progress={progress}
      {...footer}
      notices={noticesOf(c, options)}
    >
      {content}
    </FocusLayout>,
    status,
  )
}

/** Sheets of paper: `PrintSheet`s. */
export function printPage(c: Ctx, options: PrintOptions, sheets: VNode): Response {
  const t = c.get('t')
  return html(
    c,
    { ...options, isForStaff: true },
    <PrintLayout back={options.back} printText={t('http.print')} hint={options.hint}>
      {sheets}
    </PrintLayout>,
    200,
  )
}

/** A page for whoever comes, wherever: in the workplace for staff, public for others. */
export function plainPage(c: Ctx, options: PageOptions, content: VNode, status: ContentfulStatusCode = 200): Response {
  return c.get('actor')?.kind === 'staff'
    ? workplacePage(c, options, content, status)
    : focusPage(c, options, content, status)
}

function html(
  c: Ctx,
  { title, isPublished, isForStaff, hasPictures, hasPlots }: Styled,
  layout: VNode,
  status: ContentfulStatusCode,
): Response {
  const t = c.get('t')
  const municipality = c.get('municipality')
  const { assets, isDemo } = c.get('shell')
  const linked = isForStaff ? [assets.web, assets.workplace] : [assets.web]
  const pictures = [...(hasPictures ? [assets.pictures] : []), ...(hasPlots ? [assets.plots] : [])]
  const styled = isForStaff ? linked : [...linked, ...pictures]
  const houseStyle = municipality ? [`/in/${municipality.slug}/house-style.css`] : []
  const page = (
    <Document
      lang={t.language}
      dir={t.direction}
      title={`${title} · ${municipality?.name ?? 'Meernet'}`}
      stylesheets={[...styled.flatMap(({ styles }) => styles), ...houseStyle]}
      scripts={linked.map(({ script }) => script)}
      islandScript={assets.islands.script}
      skipLinkText={t('http.skipToContent')}
      hiddenFromSearch={isDemo || !isPublished}
      icon="/icon.svg"
    >
      {layout}
    </Document>
  )
  c.header('Speculation-Rules', '"/speculation-rules.json"')
  return c.body(renderDocument(page), status, { 'Content-Type': 'text/html; charset=utf-8' }) as Response
}

function publicParts(c: Ctx) {
  const t = c.get('t')
  const municipality = c.get('municipality')
  const offered = municipality?.languages ?? (['nl', 'fr', 'en'] as const)
  return {
    municipality,
    languages: {
      label: t('http.language'),
      items: offered.map((lang) => ({
        lang,
        name: languageNames[lang],
        href: `?lang=${lang}`,
        current: lang === t.language,
      })),
    },
    footer: municipality
      ? {
          footerText: t('resident.footer.help', { name: municipality.contact.name, phone: municipality.contact.phone }),
          footer: [{ href: '/sign-in', text: t('resident.footer.signIn') }],
        }
      : {},
  }
}

function faceOf(municipality: PublicMunicipality | undefined) {
  return municipality
    ? { name: municipality.name, href: `/in/${municipality.slug}`, logo: municipality.logo }
    : { name: 'Meernet', href: '/' }
}

function noticesOf(c: Ctx, { notices }: PageOptions): ComponentChildren {
  const flash = c.get('flash')
  if (!flash) return notices
  return (
    <>
      <Flash text={c.get('t')(flash)} />
      {notices}
    </>
  )
}

const isWithin = (path: string, href: string) => path === href || path.startsWith(`${href}/`)

/** Where residents may go in a municipality. */
const publicPlaces = [
  { path: '', name: 'home' },
  { path: '/card', name: 'card' },
  { path: '/services', name: 'services' },
  { path: '/rights-check', name: 'rightsCheck' },
  { path: '/my-card', name: 'myCard' },
] as const

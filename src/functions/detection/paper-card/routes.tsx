import { randomBytes } from 'node:crypto'
import { everyone } from '../../../platform/access/rule.ts'
import {
  type Ctx,
  focusPage,
  type LimitRate,
  may,
  municipalityOf,
  notFound,
  type Routes,
} from '../../../platform/http/index.ts'
import { catalogue, textsIn } from '../../../platform/messages/index.ts'
import { codeFrom } from '../cards/card-code.ts'
import { handInCards } from '../signals/access.ts'
import { blankCards, type PaperSize, paperSizes } from './blank-card.ts'
import { PaperPage } from './views/paper-page.tsx'

type Needs = { readonly clock: () => Date; readonly address: () => string; readonly limitRate: LimitRate }

/** Cards on paper: to print and fill in by hand, in every language of the municipality. */
export function paperCardRoutes(routes: Routes, needs: Needs): void {
  const limit = needs.limitRate({ bucket: 'paper card', max: 60, windowSeconds: 900 })

  routes.get('/in/:municipality/paper-card', may(everyone), (c) => {
    const t = c.get('t')
    const page = <PaperPage t={t} municipality={municipalityOf(c)} />
    return focusPage(c, { title: t('resident.paper.title'), isPublished: true }, page)
  })

  routes.get('/in/:municipality/paper-card/:file', may(everyone), limit, (c) => paper(c, needs))

  // Handed out by staff, cards carry a code already; whoever prints a card knows its code, so not for everybody.
  routes.get('/cards/paper/:file', may(handInCards), (c) =>
    paper(
      c,
      needs,
      Array.from({ length: 4 }, () => codeFrom(randomBytes(32))),
    ),
  )
}

async function paper(c: Ctx, { clock, address }: Needs, codes?: readonly string[]): Promise<Response> {
  const municipality = municipalityOf(c)
  const [, asked, format] = /^([a-z]{2})-(a4|a6)\.pdf$/.exec(c.req.param('file') ?? '') ?? []
  const language = municipality.languages.find((one) => one === asked) ?? notFound('paper card', 'in that language')
  const size: PaperSize = paperSizes.find((one) => one === format) ?? notFound('paper card', 'of that size')
  const t = textsIn(catalogue, language, clock())
  const pdf = await blankCards({ t, municipality, address: `${address()}/in/${municipality.slug}/card`, codes }, size)
  return c.body(new Uint8Array(pdf), 200, {
    'Content-Type': 'application/pdf',
    'Content-Disposition': `inline; filename="${municipality.slug}-${language}-${size}.pdf"`,
  })
}

import type { Transact, Tx } from '../../../platform/database/transact.ts'
import {
  type Ctx,
  type FilledForm,
  type FormErrors,
  type FormValues,
  filledForm,
  staffOf,
  workplacePage,
} from '../../../platform/http/index.ts'
import type { Texts } from '../../../platform/messages/index.ts'
import {
  BackLink,
  Button,
  ButtonRow,
  EmptyState,
  ErrorSummary,
  Form,
  Heading,
  Island,
  Lead,
  Notice,
  Stack,
} from '../../../ui/index.ts'
import { surfaceOf } from '../../published-areas/index.ts'
import { streetsOf } from '../address-store.ts'
import { mapped, publishedAreas } from '../neighbourhood-store.ts'
import type { Neighbourhood } from '../place.ts'
import { streetLines } from '../street-line-store.ts'
import { mapProjection } from '../views/map-projection.ts'
import { OwnNameField, WhyField } from '../views/own-fields.tsx'
import { type Corners, doorFault, faultOf, fewDoors, readCorners, shapeOf } from './border.ts'
import { BorderDrawing } from './border-drawing.island.tsx'
import type { DrawingSheet } from './drawing-map.tsx'
import type { DrawingWords, Outcome } from './drawing-words.ts'
import { doorsWithin } from './drawn-store.ts'

type Needs = { readonly transact: Transact }

/** The page on which a border is drawn, typed or pasted, for a new neighbourhood or for `existing`. */
export async function drawingPage(
  c: Ctx,
  { transact }: Needs,
  values: FormValues,
  existing?: Neighbourhood,
  errors?: FormErrors,
): Promise<Response> {
  const t = c.get('t')
  const form = filledForm(t, values, errors)
  const { sheet, outcome } = await transact(staffOf(c), async (tx) => ({
    sheet: await sheetOf(tx, form.field('corners').value),
    outcome: await outcomeOf(tx, t, form.field('corners').value),
  }))
  const title = t(existing ? 'places.drawn.edit' : 'places.drawn.new')
  return workplacePage(
    c,
    { title },
    <DrawingPage t={t} title={title} form={form} existing={existing} sheet={sheet} outcome={outcome} />,
    errors ? 422 : 200,
  )
}

/** What typed or drawn corners come to, as a sentence: how large, how many doors, and what stands in the way. */
export async function outcomeOf(tx: Tx, t: Texts, text: string): Promise<Outcome> {
  if (text.trim() === '') return { words: t('places.drawn.nothing'), corners: [] }
  const corners = readCorners(text)
  if (typeof corners === 'string') return { words: t(`places.border.${corners}`), corners: null }
  const fault = faultOf(corners)
  if (fault) return { words: t(`places.border.${fault}`), corners: pairs(corners) }
  const shape = shapeOf(corners)
  const doors = await doorsWithin(tx, shape)
  const tooFew = doorFault(doors)
  const hectares = Math.round(surfaceOf(shape) / 1000) / 10
  const words = tooFew ? t(`places.border.${tooFew}`) : t('places.drawn.outcome', { hectares, doors })
  const isSmall = !tooFew && doors < fewDoors
  return { words: isSmall ? `${words} ${t('places.drawn.small')}` : words, corners: pairs(corners) }
}

const pairs = (corners: Corners) => corners.map(([x, y]) => [x, y] as const)

/** The map to draw on: published areas and streets, and the border as far as it goes; undefined when no door is known. */
async function sheetOf(tx: Tx, text: string): Promise<DrawingSheet | undefined> {
  const streets = await streetsOf(tx)
  if (streets.length === 0) return undefined
  const lines = await streetLines(
    tx,
    streets.map(({ id }) => id),
  )
  const areas = await background(tx)
  const typed = readCorners(text)
  const projection = mapProjection(
    areas.map(({ shape }) => shape),
    [...[...lines.values()].flat(), ...(typeof typed === 'string' ? [] : typed)],
  )
  if (!projection) return undefined
  const { width, height, metresPerUnit, corner } = projection
  return {
    ...{ width, height, metresPerUnit, corner },
    areas: areas.map(({ name, shape }) => ({ title: name, path: projection.outline(shape) })),
    streets: streets.map(({ id, name }) => ({ title: name, path: projection.line(lines.get(id) ?? []) })),
  }
}

/** The largest areas that are kept below the municipality: hundreds of sectors would hide the streets. */
async function background(tx: Tx) {
  for (const level of ['neighbourhood', 'district', 'sector'] as const) {
    const areas = await publishedAreas(tx, level)
    if (areas.length > 0) return mapped(tx, areas)
  }
  return []
}

type Props = {
  readonly t: Texts
  readonly title: string
  readonly form: FilledForm
  readonly existing: Neighbourhood | undefined
  readonly sheet: DrawingSheet | undefined
  readonly outcome: Outcome
}

function DrawingPage({ t, title, form, existing, sheet, outcome }: Props) {
  const { value: text, error } = form.field('corners')
  return (
    <Stack>
      <BackLink
        href={existing ? `/places/${existing.id}` : '/places'}
        text={existing ? t('places.backToArea', { name: existing.name }) : t('places.back')}
      />
      <Heading level={1}>{title}</Heading>
      <Lead>{t('places.drawn.lead')}</Lead>
      {sheet ? (
        <Form
          action={existing ? `/places/${existing.id}/border` : '/places/drawn'}
          hidden={{ id: form.field('id').value, version: form.field('version').value }}
        >
          <ErrorSummary title={t('form.summary')} errors={form.errors} />
          <OwnNameField t={t} form={form} />
          <Island
            of={BorderDrawing}
            name="BorderDrawing"
            props={{
              ...{ sheet, text, error, words: wordsIn(t) },
              corners: outcome.corners ?? [],
              outcome: outcome.words,
            }}
          />
          <Notice kind="info">{t('places.drawn.privacy')}</Notice>
          {existing ? <WhyField t={t} form={form} /> : null}
          <ButtonRow>
            <Button>{t('places.form.save')}</Button>
            <Button look="secondary" name="look" value="1">
              {t('places.drawn.look')}
            </Button>
          </ButtonRow>
        </Form>
      ) : (
        <EmptyState title={t('places.empty')} text={t('places.empty.text')} icon="map-pin" />
      )}
    </Stack>
  )
}

const wordsIn = (t: Texts): DrawingWords => ({
  map: t('places.drawn.map'),
  corner: t('places.drawn.corner'),
  keys: t('places.drawn.keys'),
  add: t('places.drawn.add'),
  undo: t('places.drawn.undo'),
  clear: t('places.drawn.clear'),
  closer: t('places.drawn.closer'),
  farther: t('places.drawn.farther'),
  whole: t('places.drawn.whole'),
  numbers: t('places.drawn.numbers'),
  numbersHint: t('places.drawn.numbers.hint'),
})

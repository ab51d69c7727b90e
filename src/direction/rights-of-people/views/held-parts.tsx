import { nameOfRight, wordsOfHeldAnswer, wordsOfHeldOutcome } from '../../../functions/guidance/index.ts'
import type { HeldRecord, HeldValue } from '../../../platform/fields/held.ts'
import { languageName, type Texts } from '../../../platform/messages/index.ts'
import { DescriptionList, List, Panel, Section, Stack } from '../../../ui/index.ts'
import type { CopyOfData } from '../copy-of-data.ts'

type Props = { readonly t: Texts; readonly copy: CopyOfData }

/** What is held, by kind; then who looked, and what was left out because it is of others. */
export function HeldParts({ t, copy }: Props) {
  const shown = copy.records.filter((record) => !isBareStep(record))
  const byTable = [...Map.groupBy(shown, ({ table }) => table)]
  return (
    <Stack gap="large">
      {byTable.length === 0 ? <p>{t('resident.held.nothing')}</p> : null}
      {byTable.map(([table, records]) => (
        <Section key={table} title={t(`resident.held.table.${nameOf(table)}`)}>
          <Records all={records.map((record) => itemsOf(t, record))} />
        </Section>
      ))}
      {shown.length < copy.records.length ? <p>{t('resident.held.steps')}</p> : null}
      {copy.lookers ? <Lookers t={t} lookers={copy.lookers} /> : null}
      {copy.leftOut.length > 0 ? (
        <Section title={t('resident.held.leftOut')}>
          <List items={copy.leftOut.map((kind) => t(`resident.held.leftOut.${kind}`))} />
        </Section>
      ) : null}
    </Stack>
  )
}

/** Each record apart; many of two values each, such as what was told on which day, as one list. */
function Records({ all }: { readonly all: readonly (readonly Item[])[] }) {
  if (all.length > 1 && all.every((items) => items.length === 2))
    return (
      <Panel>
        <DescriptionList items={all.map(([what, when]) => ({ term: what?.value ?? '', value: when?.value ?? '' }))} />
      </Panel>
    )
  return all.map((items, index) => (
    <Panel key={index}>
      <DescriptionList items={items} />
    </Panel>
  ))
}

type Looks = NonNullable<CopyOfData['lookers']>

function Lookers({ t, lookers }: { readonly t: Texts; readonly lookers: Looks }) {
  return (
    <Section title={t('resident.held.lookers')}>
      {lookers.length === 0 ? (
        <p>{t('resident.held.nobodyLooked')}</p>
      ) : (
        <List
          items={lookersPerDay(lookers).map(({ day, role, organisation, times }) =>
            t('resident.held.looker', { day: t.day(day), role: t(`http.role.${role}`), organisation, times }),
          )}
        />
      )}
    </Section>
  )
}

/** A step without words of anybody: who did what on which day. They are many, and stand in the file. */
const isBareStep = ({ table, values }: HeldRecord) =>
  table === 'guidance.case_event' || (table === 'detection.signal_event' && values.note_sealed === undefined)

type Item = { readonly term: string; readonly value: string }

function itemsOf(t: Texts, { table, values }: HeldRecord): readonly Item[] {
  return Object.entries(values).flatMap(([column, value]) =>
    isCodeWithoutWords(t, column, value)
      ? []
      : [
          {
            term: t(`resident.held.field.${fieldName(table, column)}`),
            value: keptInOrder(t, valueWords(t, column, value)),
          },
        ],
  )
}

/** `guidance.case` reads as `guidance-case`, because a dot parts keys. */
const nameOf = (table: string) => table.replace('.', '-')
/** `content_sealed.wish` is read as `wish`, `text` and `note_sealed` as what they say. */
const fieldName = (table: string, column: string) =>
  table === 'identity.membership' && column === 'role'
    ? 'workRole'
    : (column.split('.').at(-1) ?? column)
        .replace(/_sealed$/, '')
        .replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase())

/** A number or a name in Latin letters reads from left to right, also between Arabic words: isolated, as Unicode has it. */
const keptInOrder = (t: Texts, words: string) =>
  t.direction === 'rtl' && !/\p{Script=Arabic}/u.test(words) ? `\u2066${words}\u2069` : words

/** Each role of each organisation once a day, however many ways of looking there were. */
function lookersPerDay(lookers: Looks) {
  const keyOf = ({ day, role, organisation }: Looks[number]) => `${day} ${role} ${organisation}`
  return [...Map.groupBy(lookers, keyOf).values()].flatMap(([first, ...others]) =>
    first ? [{ ...first, times: others.reduce((sum, { times }) => sum + times, first.times) }] : [],
  )
}

/** Moments and days as people write them, codes in words when there are words for them. */
function valueWords(t: Texts, column: string, value: HeldValue): string {
  if (Array.isArray(value) && column === 'outcomes')
    return t.list(value.map((one) => wordsOfHeldOutcome(one, t.language)).filter((words) => words !== ''))
  if (Array.isArray(value) && column === 'facts') return t.list(value.map((one) => answerWords(t, one)))
  if (Array.isArray(value))
    return t.list(value.map((one) => (column === 'languages' ? languageName(t, one) : codeWords(t, one))))
  if (typeof value === 'number') return numberWords(t, column, value)
  if (typeof value === 'boolean') return t(`resident.held.value.${value ? 'yes' : 'no'}`)
  if (typeof value !== 'string') return String(value ?? '')
  if (column === 'right_id') return nameOfRight(value, t.language)
  if (column.endsWith('_cents')) return t.money(Number(value))
  if (/^\d{4}-\d{2}-\d{2}$/.test(value)) return t.day(value)
  if (/^\d{4}-\d{2}-\d{2}T[\d:.]+Z$/.test(value)) return t.moment(new Date(value))
  if (column === 'language' || column.endsWith('.language')) return languageName(t, value)
  if (column === 'role' && t.has(`http.role.${value}`)) return t(`http.role.${value}`)
  return codeWords(t, value)
}

const answerWords = (t: Texts, line: string) =>
  wordsOfHeldAnswer(line, t.language, t('resident.held.value.yes'), t('resident.held.value.no'))

/** Money is kept in cents, distance in hundreds of metres. */
function numberWords(t: Texts, column: string, value: number): string {
  if (column.endsWith('_cents')) return t.money(value)
  return column.endsWith('_hectometres') ? String(value / 10) : String(value)
}

/** A step's kind and detail are words of the program for itself: beside its note they say nothing to a reader. */
const isCodeWithoutWords = (t: Texts, column: string, value: HeldValue) =>
  (column === 'kind' || column === 'detail') && typeof value === 'string' && !t.has(`resident.held.value.${value}`)

function codeWords(t: Texts, value: string): string {
  const key = `resident.held.value.${value}`
  return /^[a-zA-Z0-9]{1,40}$/.test(value) && t.has(key) ? t(key) : value
}

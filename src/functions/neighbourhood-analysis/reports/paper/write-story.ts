import { setImmediate as nextTurn } from 'node:timers/promises'
import { groupContent, labelOf } from '../../../../registers/frameworks/index.ts'
import { peopleAtLeast } from '../document/people-at-least.ts'
import { textFor, type Words, wordsOf } from '../document/published-report.ts'
import type { Priority, TextPart } from '../report.ts'
import { passageKey } from '../translations/passages.ts'
import type { Flow, Piece } from './flow.ts'
import type { Printed } from './printed.ts'

const kinds = [
  ['strength', 'strengths'],
  ['need', 'needs'],
  ['gap', 'gaps'],
] as const

/** What was written, found, decided and checked, in the order of the web page; what is not translated says so. Others get their turn in between. */
export async function writeStory(flow: Flow, printed: Printed): Promise<void> {
  writeText(flow, printed, 'summary')
  for (const [kind, name] of kinds) {
    await nextTurn()
    writeFindings(flow, printed, kind, name)
    if (kind === 'strength') writePlaces(flow, printed)
  }
  await nextTurn()
  writePriorities(flow, printed)
  writeMeetings(flow, printed)
  writeText(flow, printed, 'introduction')
  writeText(flow, printed, 'conclusion')
  writeVoices(flow, printed)
}

function writeText(flow: Flow, printed: Printed, part: Exclude<TextPart, 'title'>): void {
  const words = textFor(printed.toRead, part)
  if (!words) return
  flow.heading(2, printed.t(`resident.analysis.${part}`))
  noteUntranslated(flow, printed, [words])
  flow.paragraph(pieceOf(printed, words))
}

function writeFindings(flow: Flow, printed: Printed, kind: (typeof kinds)[number][0], name: string): void {
  const { t, toRead } = printed
  const found = toRead.contents.findings.filter((finding) => finding.kind === kind)
  if (found.length === 0) return
  const told = found.map(({ id, statement, residentsSaid }) => ({
    statement: wordsOf(toRead, passageKey('finding', id, 'statement'), statement),
    said: residentsSaid ? wordsOf(toRead, passageKey('finding', id, 'residentsSaid'), residentsSaid) : undefined,
  }))
  flow.heading(2, t(`resident.analysis.${name}`))
  noteUntranslated(
    flow,
    printed,
    told.flatMap(({ statement, said }) => (said ? [statement, said] : [statement])),
  )
  flow.list(
    told.map(({ statement, said }) => [
      pieceOf(printed, statement),
      ...(said ? labelled(printed, t('resident.analysis.residentsSaid'), said) : []),
    ]),
  )
}

function writePlaces(flow: Flow, { t, toRead }: Printed): void {
  const { places } = toRead.contents
  if (places.length === 0) return
  flow.heading(2, t('resident.analysis.places'))
  flow.paragraph(t.list(places.map(({ name }) => name)))
  if (places.some(({ isFromOpenStreetMap }) => isFromOpenStreetMap))
    flow.paragraph(t('resident.analysis.openStreetMap'), { size: 9 })
}

function writePriorities(flow: Flow, printed: Printed): void {
  const { t, toRead } = printed
  const { priorities } = toRead
  if (priorities.length === 0) return
  flow.heading(2, t('resident.analysis.priorities'))
  noteUntranslated(
    flow,
    printed,
    priorities.flatMap((priority) =>
      fields.flatMap((field) => {
        const source = priority[field]
        return source ? [wordsOf(toRead, passageKey('priority', priority.id, field), source)] : []
      }),
    ),
  )
  flow.list(
    priorities.map((priority) => priorityPieces(printed, priority)),
    true,
  )
}

const fields = ['title', 'why', 'dissent', 'became'] as const

function priorityPieces(printed: Printed, priority: Priority): readonly Piece[] {
  const { t, toRead } = printed
  const { id, title, why, chosenBy, residentsPresent, dissent, progress, became } = priority
  const count = peopleAtLeast(residentsPresent)
  const told = (field: string, source: string) => wordsOf(toRead, passageKey('priority', id, field), source)
  const people = count === undefined ? '' : ` ${t('resident.analysis.people', { count })}`
  const standing = progress ? `${t('resident.analysis.became')}: ${t(`resident.analysis.progress.${progress}`)}.` : ''
  return [
    pieceOf(printed, told('title', title)),
    pieceOf(printed, told('why', why)),
    `${t(`resident.analysis.chosen.${chosenBy}`)}${people}`,
    ...(dissent ? labelled(printed, t('resident.analysis.dissent'), told('dissent', dissent)) : []),
    ...(progress && became ? labelled(printed, standing, told('became', became)) : [standing].filter(Boolean)),
  ]
}

const said = ['confirmed', 'corrected', 'added'] as const

function writeMeetings(flow: Flow, printed: Printed): void {
  const { t, toRead } = printed
  if (toRead.meetings.length === 0) return
  const told = toRead.meetings.map((meeting) => ({
    meeting,
    said: said.flatMap((what) => {
      const source = meeting[what]
      return source ? [{ what, words: wordsOf(toRead, passageKey('meeting', meeting.id, what), source) }] : []
    }),
  }))
  flow.heading(2, t('resident.analysis.checked'))
  noteUntranslated(
    flow,
    printed,
    told.flatMap((one) => one.said.map(({ words }) => words)),
  )
  for (const { meeting, said: words } of told) {
    const count = peopleAtLeast(meeting.peoplePresent)
    const heldAt = `${t('resident.analysis.checked.at', { day: t.day(meeting.heldOn), place: meeting.heldAt })}.`
    flow.paragraph(count === undefined ? heldAt : `${heldAt} ${t('resident.analysis.people', { count })}`)
    for (const one of words)
      for (const piece of labelled(printed, `${t(`resident.analysis.checked.${one.what}`)}:`, one.words))
        flow.paragraph(piece)
  }
}

function writeVoices(flow: Flow, { t, toRead, municipality }: Printed): void {
  const missing = toRead.contents.heard.filter(({ standing }) => standing === 'notHeard' || standing === 'farTooFew')
  if (missing.length > 0) {
    flow.heading(2, t('resident.analysis.notHeard'))
    flow.paragraph(t('resident.analysis.notHeard.text'))
    flow.list(missing.map(({ group }) => labelOf(groupContent, group, t.language)))
  }
  const { name, phone, address } = municipality.contact
  flow.heading(2, t('resident.analysis.voice'))
  flow.paragraph(t('resident.analysis.voice.text'))
  for (const line of [name, phone, address].filter(Boolean)) flow.paragraph(line)
}

/** Says once over a part that some of it is not in the reader's language yet. */
function noteUntranslated(flow: Flow, { t }: Printed, words: readonly Words[]): void {
  if (words.some(({ language }) => language !== t.language))
    flow.paragraph(t('resident.analysis.notYetTranslated'), { quiet: true, size: 9 })
}

const pieceOf = ({ t }: Printed, words: Words): Piece => (words.language === t.language ? words.text : words)

/** A text after its label: on one line in the reader's language, on a line of its own in another. */
const labelled = ({ t }: Printed, label: string, words: Words): readonly Piece[] =>
  words.language === t.language ? [`${label} ${words.text}`] : [label, words]

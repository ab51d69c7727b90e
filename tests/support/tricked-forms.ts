import { elementsOf, type Markup } from './markup.ts'
import type { FoundForm, Netegem } from './netegem.ts'
import { canary, tricks } from './strange-values.ts'

/** A form as it was sent with tricks in every field for text, and what came back. */
export type SentForm = { readonly form: FoundForm; readonly status: number; readonly html: string }

/** Whether there is something to type in a form. */
export const hasText = ({ markup }: FoundForm): boolean =>
  controlsOf(markup).some((control) => kindOf(control) === 'text')

/**
 * Sends a form with a trick in every field for text, others each `turn`. What is refused is put right and sent again, so that as
 * much as possible gets in.
 */
export async function sendWithTricks({ world }: Netegem, form: FoundForm, turn: number): Promise<readonly SentForm[]> {
  const sent: SentForm[] = []
  const refused = new Set<string>()
  for (let attempt = 0; attempt < 3; attempt += 1) {
    const response = await world.as(form.who).post(form.action, filledWithTricks(form, turn, refused))
    const html = await response.text()
    sent.push({ form, status: response.status, html })
    const wrong = response.status === 422 ? fieldsInSummary(html, form.markup) : []
    if (wrong.every((name) => refused.has(name))) break
    for (const name of wrong) refused.add(name)
  }
  return sent
}

function filledWithTricks(
  { markup, fields }: FoundForm,
  turn: number,
  asItWas: ReadonlySet<string>,
): Record<string, string[]> {
  const form: Record<string, string[]> = {}
  for (const [name, value] of fields) form[name] = [...(form[name] ?? []), value]
  for (const [at, control] of controlsOf(markup).entries()) {
    const name = control.attributes.name ?? ''
    if (kindOf(control) === 'text' && !asItWas.has(name)) form[name] = [trickFor(control, turn + at)]
    else if (!form[name]?.some((value) => value !== '')) form[name] = [fittingFor(control)]
  }
  return form
}

/** A trick that is not longer than the field takes. */
function trickFor({ attributes }: Markup, turn: number): string {
  const most = Number(attributes.maxlength ?? 200)
  const short = tricks.map((trick) => trick.toWellFormed()).filter((trick) => trick.length <= most)
  return short[turn % Math.max(1, short.length)] ?? canary.slice(0, most)
}

/** Something ordinary that a field takes. */
function fittingFor(control: Markup): string {
  const { type = 'text', value } = control.attributes
  const options = elementsOf(control, 'option').map(({ attributes }) => attributes.value ?? '')
  const ordinary: Readonly<Record<string, string>> = {
    date: '2026-11-20',
    time: '10:00',
    number: '1',
    email: 'iemand@elsewhere.example',
    tel: '011 00 00 12',
    text: `${canary} 3`,
  }
  return options.find(Boolean) ?? value ?? ordinary[type] ?? 'on'
}

const controlsOf = (form: Markup) =>
  elementsOf(form, 'input', 'textarea', 'select', 'button').filter(
    ({ attributes }) => attributes.name && attributes.type !== 'hidden' && attributes.type !== 'file',
  )

const kindOf = ({ tag, attributes }: Markup) =>
  tag === 'textarea' || (tag === 'input' && ['text', 'search', undefined].includes(attributes.type)) ? 'text' : 'other'

/** The names of the fields that the summary of errors leads to. */
function fieldsInSummary(html: string, form: Markup): readonly string[] {
  const led = new Set([...html.matchAll(/href="#([^"]+)"/g)].map(([, id]) => id))
  return controlsOf(form).flatMap(({ attributes }) => (led.has(attributes.id) ? (attributes.name ?? []) : []))
}

import { is, type Maker, named, sent } from './made.ts'

/** A file of figures that waits for a yes, and one whose columns nobody knows. */
export const figures: Maker = async ({ world, people }) => {
  const sofie = named(people, 'Sofie De Wilde')
  const send = (content: string, name: string) =>
    sent(world.as(sofie).postFiles('/analysis/figures/imports', fileForm(content, name, { period: '2023' })))
  const known = 'CD_REFNIS|CD_SECTOR|TOTAL|TX_DESCR_SECTOR_NL\n99999|99999A00-|3295|CENTRUM\n'
  const path = await send(known, 'sectoren.txt')
  const unknown = await send('Wijkcijfers;;\nwijkcode;wijk;aandeel 65+\n99999W01;Kouter;21,5\n', 'wijken.csv')
  return [
    { what: 'figures that wait for a yes', path, isFor: is(sofie) },
    { what: 'figures nobody knows the columns of', path: unknown, isFor: is(sofie) },
  ]
}

/** A table of areas that waits for a yes. */
export const areas: Maker = async ({ world, people }) => {
  const sofie = named(people, 'Sofie De Wilde')
  const table = 'statsec2024;ggw72024\n99999A00-;9999901\n'
  const path = await sent(world.as(sofie).postFiles('/areas/imports', fileForm(table, 'statsec2024_ggw72024.csv')))
  return { what: 'areas that wait for a yes', path, isFor: is(sofie) }
}

function fileForm(content: string, name: string, stated: Record<string, string> = {}): FormData {
  const form = new FormData()
  form.set('file', new File([content], name))
  for (const [field, value] of Object.entries(stated)) form.set(field, value)
  return form
}

import type { Tx } from '../../../platform/database/transact.ts'
import type { SentFileKind } from '../../../platform/sent-files/index.ts'
import { importAreas } from '../access.ts'
import { foreseenAreas } from './area-merge-store.ts'
import { areasReader } from './areas-reader.ts'
import { chosenAreas } from './chosen-areas.ts'
import { type AreaFileStated, areaFileForm } from './forms.ts'
import { notKept } from './not-kept.ts'
import { forgetSent, type SentAreas, type SentTable, sentFile } from './sent-areas-store.ts'
import { foreseenTable } from './tables/import-area-tables.ts'
import { SentAreasPage } from './views/sent-areas-page.tsx'
import { StatedFields } from './views/stated-fields.tsx'

/** Files of areas and tables between them on their way in. */
export const areasSent: SentFileKind<AreaFileStated> = {
  reader: areasReader,
  rule: importAreas,
  home: '/areas',
  unit: 'areas',
  command: 'meernet import areas',
  accept: '.geojson,.json,.topojson,.gpkg,.gml,.zip,.gz,.csv,.txt,.tsv,.xlsx,.xls,.ods',
  form: areaFileForm,
  typed: ({ isApproximate, ...stated }) => ({ ...stated, isApproximate: isApproximate ? 'on' : undefined }),
  anew: (_before, said) => said,
  Fields: ({ t, form, refusal }) => <StatedFields t={t} form={form} hasOwnColumns={refusal?.code === 'header'} />,
  asks: notKept,
  refused: (code) => `places.areas.refused.${code}`,
  look: async (tx, id, t) => {
    const sent = await sentFile(tx, id)
    return sent && <SentAreasPage t={t} id={id} sent={sent} {...(await foreseen(tx, sent))} />
  },
  forget: forgetSent,
  words: {
    home: 'places.areas',
    send: 'places.areas.import',
    lead: 'places.areas.import.lead',
    file: 'places.areas.file',
    fileHint: 'places.areas.file.hint',
    look: 'places.areas.look',
    noFile: 'places.areas.error.noFile',
    refused: 'places.areas.error.refused',
    withdrawn: 'places.areas.withdrawn',
  },
}

/** What keeping it would do. */
async function foreseen(tx: Tx, sent: SentAreas | SentTable) {
  if (sent.kind === 'table') return foreseenTable(tx, sent)
  return { foreseen: await foreseenAreas(tx, chosenAreas(sent, [])), memberships: [] }
}

import type { SentFileKind } from '../../../platform/sent-files/index.ts'
import { importFigures } from '../access.ts'
import { type AskedOfFigures, explainingPath, isToBeExplained } from './asked-of-figures.ts'
import { figuresReader } from './figures-reader.ts'
import { figureFileForm, statedValues } from './forms.ts'
import { notKnown } from './not-known.ts'
import { forgetSentFigures, sentFigures } from './sent-figures-store.ts'
import { MappingField } from './views/mapping-field.tsx'
import { SentFiguresPage } from './views/sent-figures-page.tsx'
import { StatedFields } from './views/stated-fields.tsx'

/** Files of figures on their way in. */
export const figuresSent: SentFileKind<AskedOfFigures> = {
  reader: figuresReader,
  rule: importFigures,
  home: '/analysis/figures',
  unit: 'rows',
  command: 'meernet import indicators',
  accept: '.csv,.txt,.tsv,.json,.gz,.zip,.xlsx,.xls,.ods',
  form: figureFileForm.transform(({ mapping, ...stated }) => ({ stated, mapping })),
  typed: ({ stated }) => statedValues(stated),
  anew: (before, { stated }) => ({ ...before, stated }),
  Fields: ({ t, form, refusal, isAnew }) => <StatedFields t={t} form={form} isOpen={isAnew || refusal !== undefined} />,
  MoreFields: MappingField,
  asks: notKnown,
  refused: (code) => `analysis.refused.${code}`,
  look: async (tx, id, t) => {
    const sent = await sentFigures(tx, id)
    return sent && <SentFiguresPage t={t} id={id} sent={sent} />
  },
  forget: forgetSentFigures,
  explaining: { path: explainingPath, isDue: isToBeExplained },
  words: {
    home: 'analysis.figures',
    send: 'analysis.import',
    lead: 'analysis.import.lead',
    file: 'analysis.import.file',
    fileHint: 'analysis.import.file.hint',
    look: 'analysis.import.look',
    noFile: 'analysis.error.noFile',
    refused: 'analysis.error.refused',
    withdrawn: 'analysis.import.withdrawn',
  },
}

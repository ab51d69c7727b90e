import type { Texts } from '../../../platform/messages/index.ts'
import { Heading, PrintSheet, Stack } from '../../../ui/index.ts'
import type { CopyOfData } from '../copy-of-data.ts'
import { HeldParts } from './held-parts.tsx'

/** The copy on paper, for the person: in plain words, in the language of the person. */
export function CopySheet({ t, copy }: { readonly t: Texts; readonly copy: CopyOfData }) {
  return (
    <PrintSheet isNumbered>
      <Stack gap="large">
        <Heading level={1}>{t('resident.held.title')}</Heading>
        <p>{t('resident.held.lead', { controller: copy.controller, day: t.day(t.today) })}</p>
        <HeldParts t={t} copy={copy} />
        <p>{t('resident.held.rights')}</p>
      </Stack>
    </PrintSheet>
  )
}

import { ContactLines, Hint, Stack } from '../../ui/index.ts'
import type { Face } from '../device/phone-database.ts'
import { useWords } from '../texts.ts'
import { EmergencyNumbers } from './emergency-numbers.tsx'

type Props = { readonly face: Omit<Face, 'sheet'> | null | undefined }

/** The municipality and the emergency numbers, to press; needs no notebook to be open. */
export function WhomToCall({ face }: Props) {
  return (
    <Stack gap="small">
      <MunicipalityPhone face={face} />
      <EmergencyNumbers jurisdiction={face?.jurisdiction} />
    </Stack>
  )
}

/** The number of the municipality, when it has one. */
export function MunicipalityPhone({ face }: Props) {
  const t = useWords()
  if (!face?.phone) return null
  return (
    <Stack gap="tiny">
      <Hint>{t('homeVisit.municipalityPhone')}</Hint>
      <ContactLines lines={[{ kind: 'phone', label: t('homeVisit.onCall.phone'), text: face.phone }]} />
    </Stack>
  )
}

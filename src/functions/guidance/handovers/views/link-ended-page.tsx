import type { PublicMunicipality } from '../../../../platform/http/index.ts'
import type { Texts } from '../../../../platform/messages/index.ts'
import { ContactLines, Heading, Lead, Stack } from '../../../../ui/index.ts'

type Props = { readonly t: Texts; readonly reason: string; readonly contact: PublicMunicipality['contact'] }

/** The link no longer opens anything: why, and whom to call. */
export function LinkEndedPage({ t, reason, contact }: Props) {
  return (
    <Stack>
      <Heading level={1}>
        {t(reason === 'refused' ? 'guidance.link.refused.title' : 'guidance.link.ended.title')}
      </Heading>
      <Lead>{t(`guidance.link.ended.${reason}`)}</Lead>
      <ContactLines
        lines={[
          { kind: 'person', label: t('resident.contact.who'), text: contact.name },
          ...(contact.phone
            ? [{ kind: 'phone' as const, label: t('resident.contact.phone'), text: contact.phone }]
            : []),
        ]}
      />
    </Stack>
  )
}

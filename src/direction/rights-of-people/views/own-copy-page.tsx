import type { Texts } from '../../../platform/messages/index.ts'
import { BackLink, ButtonRow, Heading, Lead, LinkButton, Stack } from '../../../ui/index.ts'
import type { CopyOfData } from '../copy-of-data.ts'
import { HeldParts } from './held-parts.tsx'

/** What is kept about whoever is signed in, to read, to print and to take along. */
export function OwnCopyPage({ t, copy }: { readonly t: Texts; readonly copy: CopyOfData }) {
  return (
    <Stack gap="large">
      <Stack>
        <BackLink href="/account" text={t('identity.account.title')} />
        <Heading level={1}>{t('rights.own')}</Heading>
        <Lead>{t('rights.own.lead', { controller: copy.controller })}</Lead>
        <ButtonRow>
          <LinkButton href="/my-data/print" icon="printer">
            {t('rights.held.print')}
          </LinkButton>
          <LinkButton href="/my-data.json" icon="download" download>
            {t('rights.held.file')}
          </LinkButton>
        </ButtonRow>
        <p>{t('rights.own.wrong')}</p>
      </Stack>
      <HeldParts t={t} copy={copy} />
    </Stack>
  )
}

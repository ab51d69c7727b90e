import type { Texts } from '../../../platform/messages/index.ts'
import { languageNames, residentLanguages } from '../../../platform/messages/index.ts'
import { BackLink, Button, ButtonRow, Form, Heading, Lead, LinkButton, Select, Stack } from '../../../ui/index.ts'
import type { CopyOfData } from '../copy-of-data.ts'
import { HeldParts } from './held-parts.tsx'

type Props = { readonly t: Texts; readonly id: string; readonly copy: CopyOfData }

/** All that is held about somebody, to look at together; to print and to take along as a file. */
export function CopyPage({ t, id, copy }: Props) {
  const language = residentLanguages.find((one) => one === copy.language) ?? 'nl'
  return (
    <Stack gap="large">
      <Stack>
        <BackLink href={`/rights/${id}`} text={t('rights.backToRequest')} />
        <Heading level={1}>{t('rights.held')}</Heading>
        <Lead>{t('rights.held.lead', { controller: copy.controller })}</Lead>
        <Form action={`/rights/${id}/held/print`} method="get" look="inline">
          <Select
            name="lang"
            value={language}
            label={t('rights.held.language')}
            choices={residentLanguages.map((one) => ({ value: one, label: languageNames[one] }))}
          />
          <Button look="primary">{t('rights.held.print')}</Button>
        </Form>
        <ButtonRow>
          <LinkButton href={`/rights/${id}/held.json`} icon="download" download>
            {t('rights.held.file')}
          </LinkButton>
        </ButtonRow>
      </Stack>
      <HeldParts t={t} copy={copy} />
    </Stack>
  )
}

import type { FilledForm } from '../../../../platform/http/index.ts'
import type { Texts } from '../../../../platform/messages/index.ts'
import { BackLink, Button, ConfirmPanel, ErrorSummary, Form, Heading, Lead, Stack } from '../../../../ui/index.ts'
import type { LocalRow } from '../local-parameter-store.ts'
import { localPath } from './local-words.ts'
import { ValueFields } from './value-fields.tsx'

type Props = { readonly t: Texts; readonly row: LocalRow; readonly form: FilledForm }

/** Corrects a value that was entered wrongly, or takes it away. */
export function CorrectionPage({ t, row: { parameter, id, validFrom }, form }: Props) {
  const hidden = { version: form.field('version').value }
  return (
    <Stack>
      <BackLink href={localPath(parameter)} text={t(`guidance.local.name.${parameter}`)} />
      <Heading level={1}>{t('guidance.local.correct', { day: t.day(validFrom) })}</Heading>
      <Lead>{t('guidance.local.correctLead')}</Lead>
      <ErrorSummary title={t('form.summary')} errors={form.errors} />
      <Form action={localPath(parameter, id)} hidden={hidden}>
        <ValueFields t={t} parameter={parameter} form={form} />
        <Button>{t('guidance.save')}</Button>
      </Form>
      <ConfirmPanel
        title={t('guidance.local.remove')}
        consequences={[t('guidance.local.removeConsequence', { day: t.day(validFrom) })]}
        action={`${localPath(parameter, id)}/removal`}
        hidden={hidden}
        confirmText={t('guidance.local.removeConfirm')}
        cancel={{ href: localPath(parameter), text: t('guidance.local.keep') }}
        danger
        level={2}
      />
    </Stack>
  )
}

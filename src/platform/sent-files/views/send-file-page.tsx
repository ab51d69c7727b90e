import { BackLink, Button, ButtonRow, ErrorSummary, Form, Heading, Lead, Stack } from '../../../ui/index.ts'
import type { FilledForm } from '../../http/index.ts'
import type { Texts } from '../../messages/index.ts'
import type { Refusal } from '../../published-files/refusal.ts'
import { RefusalSection } from '../../published-files/refusal-section.tsx'
import type { SentFileSettings } from '../sent-file.ts'
import type { SentFileKind } from '../sent-file-kind.ts'
import { LargeFileField, LargeFileSending } from './large-file-field.tsx'

type Props<Asked extends object> = {
  readonly t: Texts
  readonly kind: SentFileKind<Asked>
  readonly form: FilledForm
  readonly refusal: Refusal | undefined
  readonly settings: SentFileSettings
}

/** Sends a file, with what the file does not say itself. */
export function SendFilePage<Asked extends object>({ t, kind, form, refusal, settings }: Props<Asked>) {
  const { home, words, command, Fields, MoreFields } = kind
  return (
    <Stack>
      <BackLink href={home} text={t(words.home)} />
      <Heading level={1}>{t(words.send)}</Heading>
      <Lead>{t(words.lead)}</Lead>
      <Form action={`${home}/imports`} encType="multipart/form-data">
        <ErrorSummary title={t('form.summary')} errors={form.errors} />
        {refusal ? <RefusalSection t={t} refused={refusal} explanation={kind.refused(refusal.code)} /> : null}
        <LargeFileField
          t={t}
          settings={settings}
          label={t(words.file)}
          hint={t(words.fileHint)}
          accept={kind.accept}
          error={form.field('file').error}
          required
        />
        <Fields t={t} form={form} refusal={refusal} isAnew={false} />
        {MoreFields ? <MoreFields t={t} form={form} /> : null}
        <LargeFileSending t={t} settings={settings} command={command} />
        <ButtonRow>
          <Button>{t(words.look)}</Button>
        </ButtonRow>
      </Form>
    </Stack>
  )
}

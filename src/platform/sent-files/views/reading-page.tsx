import {
  BackLink,
  Button,
  ButtonRow,
  DescriptionList,
  ErrorSummary,
  Following,
  Form,
  Heading,
  Hint,
  LinkButton,
  Notice,
  Stack,
} from '../../../ui/index.ts'
import type { FilledForm } from '../../http/index.ts'
import type { Texts } from '../../messages/index.ts'
import { RefusalSection } from '../../published-files/refusal-section.tsx'
import type { SentFile, SentFileState } from '../sent-file.ts'
import type { SentFileKind } from '../sent-file-kind.ts'
import { megabytes } from './megabytes.ts'

type Props<Asked extends object> = {
  readonly t: Texts
  readonly kind: SentFileKind<Asked>
  readonly file: SentFile<Asked>
  readonly standing: SentFileState
  readonly form: FilledForm
}

/** Where a sent file stands while it is read in the background, and every way on from there. */
export function ReadingPage<Asked extends object>({ t, kind, file, standing, form }: Props<Asked>) {
  const { home, unit, words, Fields } = kind
  const path = `${home}/imports/${file.id}`
  const refusal = file.answer?.kind === 'refused' ? file.answer.refusal : undefined
  const isUnderWay = standing === 'waiting' || standing === 'reading'
  return (
    <Stack>
      <BackLink href={home} text={t(words.home)} />
      <Heading level={1}>{t(`sentFiles.title.${standing}`)}</Heading>
      <DescriptionList
        items={[
          { term: t('sentFiles.file'), value: file.fileName },
          { term: t('sentFiles.size'), value: megabytes(t, file.sizeBytes) },
          { term: t('sentFiles.sentAt'), value: t.moment(file.sentAt) },
        ]}
      />
      {isUnderWay ? (
        <>
          <Following>{progressText(t, file, standing, unit)}</Following>
          <Hint>{t('sentFiles.leave')}</Hint>
          <ButtonRow>
            <LinkButton href={path}>{t('sentFiles.lookAgain')}</LinkButton>
            <Withdrawal path={path} word={t('sentFiles.stop')} />
          </ButtonRow>
        </>
      ) : (
        <>
          {standing === 'stopped' ? <Notice kind="attention">{t('sentFiles.stopped')}</Notice> : null}
          {file.answer?.kind === 'gone' ? <Notice kind="attention">{t('sentFiles.gone')}</Notice> : null}
          {refusal ? <RefusalSection t={t} refused={refusal} explanation={kind.refused(refusal.code)} /> : null}
          {file.answer?.kind === 'asks' ? (
            <Notice kind="attention">{t(kind.asks(file.answer.reason).key)}</Notice>
          ) : null}
          {file.answer?.kind === 'gone' ? null : (
            <Form action={`${path}/reading`} hidden={{ version: String(file.version) }}>
              <ErrorSummary title={t('form.summary')} errors={form.errors} />
              {standing === 'refused' ? <Fields t={t} form={form} refusal={refusal} isAnew /> : null}
              <ButtonRow>
                <Button>{t('sentFiles.readAnew')}</Button>
              </ButtonRow>
            </Form>
          )}
          <Withdrawal path={path} word={t('sentFiles.withdraw')} />
        </>
      )}
    </Stack>
  )
}

function Withdrawal({ path, word }: { readonly path: string; readonly word: string }) {
  return (
    <Form action={`${path}/withdrawal`} look="inline">
      <Button look="secondary">{word}</Button>
    </Form>
  )
}

function progressText(
  t: Texts,
  { step, readCount }: SentFile<unknown>,
  standing: SentFileState,
  unit: SentFileKind<object>['unit'],
): string {
  if (standing === 'waiting') return t('sentFiles.waiting')
  if (step === 'opening' || readCount === 0) return t('sentFiles.step.opening')
  return t(step === 'neighbours' ? 'sentFiles.step.neighbours' : `sentFiles.step.${unit}`, { count: readCount })
}

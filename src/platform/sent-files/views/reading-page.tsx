import type { ComponentChildren } from 'preact'
import {
  BackLink,
  Button,
  ButtonRow,
  DescriptionList,
  ErrorSummary,
  type ErrorSummaryProps,
  Following,
  Form,
  Heading,
  Hint,
  LinkButton,
  Notice,
  Stack,
} from '../../../ui/index.ts'
import type { Texts } from '../../messages/index.ts'
import type { SentFile, SentFileState } from '../sent-file.ts'
import { megabytes } from './megabytes.ts'

type Props = {
  readonly t: Texts
  readonly file: SentFile<unknown>
  readonly standing: SentFileState
  /** Address of this page; what can be done with the file lies below it. */
  readonly path: string
  readonly back: { readonly href: string; readonly text: string }
  /** What is counted while it is read. */
  readonly unit: 'rows' | 'areas'
  /** Why it was not taken, in words of the module that read it. */
  readonly why?: ComponentChildren
  /** Fields in which something more can be said about it, before it is read anew. */
  readonly fields?: ComponentChildren
  readonly errors?: ErrorSummaryProps['errors'] | undefined
}

/** Where a sent file stands while it is read in the background, and every way on from there. */
export function ReadingPage({ t, file, standing, path, back, unit, why, fields, errors = [] }: Props) {
  const isUnderWay = standing === 'waiting' || standing === 'reading'
  return (
    <Stack>
      <BackLink {...back} />
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
          {why}
          {file.answer?.kind === 'gone' ? null : (
            <Form action={`${path}/reading`} hidden={{ version: String(file.version) }}>
              <ErrorSummary title={t('form.summary')} errors={errors} />
              {fields}
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
  unit: Props['unit'],
): string {
  if (standing === 'waiting') return t('sentFiles.waiting')
  if (step === 'opening' || readCount === 0) return t('sentFiles.step.opening')
  return t(step === 'neighbours' ? 'sentFiles.step.neighbours' : `sentFiles.step.${unit}`, { count: readCount })
}

import type { Model, Told } from '@meernet/rights-engine'
import type { Texts } from '../../../../platform/messages/index.ts'
import { BackLink, Button, ButtonRow, ErrorSummary, Form, Heading, Lead, Notice, Stack } from '../../../../ui/index.ts'
import { casePath } from '../../cases/views/case-frame.tsx'
import type { Comparison } from '../comparison.ts'
import { AnotherDayForm } from './another-day-form.tsx'
import { DifferenceTable } from './difference-table.tsx'

type Props = {
  readonly t: Texts
  readonly model: Model
  readonly caseId: string
  /** Null when the day cannot be: then the form stands there with why. */
  readonly comparison: Comparison | null
  readonly kind: 'days' | 'checks'
  /** The answers that were looked at on another day; null between two kept checks. */
  readonly answers: { readonly told: Told; readonly hidden: Readonly<Record<string, string>> } | null
  readonly query?: string
  readonly typed?: string | undefined
  readonly error?: string | undefined
}

/** The difference between two days, or between two checks that were kept. */
export function ComparisonPage({ t, model, caseId, comparison, kind, answers, query = '', typed, error }: Props) {
  const path = casePath(caseId, 'rights')
  const { check, told } = answers?.hidden ?? {}
  const back = check ? `${path}/checks/${check}` : path
  return (
    <Stack gap="large">
      {told ? null : <BackLink href={back} text={t('guidance.caseRights.difference.back')} />}
      <Heading level={1}>{t(`guidance.caseRights.difference.title.${kind}`)}</Heading>
      <ErrorSummary title={t('form.summary')} errors={error ? [{ field: 'on', text: error }] : []} />
      {comparison ? (
        <>
          <Lead>{t(`guidance.caseRights.difference.lead.${kind}`)}</Lead>
          <Notice kind="info">
            <p>{t('guidance.caseRights.check.noPromise')}</p>
          </Notice>
          <DifferenceTable
            t={t}
            model={model}
            comparison={comparison}
            names={[t.day(comparison.before.date), t.day(comparison.after.date)]}
          />
        </>
      ) : null}
      <ButtonRow>
        {told ? (
          <Form action={`${path}/questions${query}`} look="inline" hidden={{ told, do: 'show' }}>
            <Button look="secondary">{t('guidance.caseRights.difference.toAnswers')}</Button>
          </Form>
        ) : null}
        <Button look="quiet" icon="printer" prints>
          {t('guidance.caseRights.print')}
        </Button>
      </ButtonRow>
      {answers ? <AnotherDayForm t={t} caseId={caseId} {...answers} query={query} value={typed} error={error} /> : null}
    </Stack>
  )
}

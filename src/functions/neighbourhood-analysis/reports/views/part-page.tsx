import type { ComponentChildren } from 'preact'
import type { FilledForm } from '../../../../platform/http/index.ts'
import type { Texts } from '../../../../platform/messages/index.ts'
import { BackLink, Button, ButtonRow, ErrorSummary, Form, Heading, Lead, Stack } from '../../../../ui/index.ts'
import type { Report } from '../report.ts'

/** What the page of every part of a report is given. */
export type PartProps = {
  readonly t: Texts
  readonly report: Report
  readonly form: FilledForm
  readonly id: string
  /** 0: a new one. */
  readonly version: number
}

type Props = PartProps & { readonly part: keyof typeof folders; readonly children: ComponentChildren }

/** A part of a report to write, change and take away; its fields are the children. */
export function PartPage({ t, report, form, id, version, part, children }: Props) {
  const path = `/analysis/reports/${report.id}`
  const folder = `${path}/${folders[part]}`
  const isNew = version === 0
  const hidden = { version: String(version) }
  return (
    <Stack>
      <BackLink href={path} text={report.title} />
      <Heading level={1}>{t(`analysis.reports.${part}.${isNew ? 'new' : 'one'}`)}</Heading>
      <Lead>{t(`analysis.reports.${part}.lead`)}</Lead>
      <Form action={folder} hidden={{ id, ...hidden }}>
        <ErrorSummary title={t('form.summary')} errors={form.errors} />
        {children}
        <ButtonRow>
          <Button>{t('analysis.reports.save')}</Button>
        </ButtonRow>
      </Form>
      {isNew ? null : (
        <Form action={`${folder}/${id}/removal`} hidden={hidden}>
          <ButtonRow>
            <Button look="danger">{t('analysis.reports.remove')}</Button>
          </ButtonRow>
        </Form>
      )}
    </Stack>
  )
}

const folders = { priority: 'priorities', meeting: 'meetings' } as const

import { Heading, Lead, Notice, Stack } from '../../../ui/index.ts'
import type { Texts } from '../../messages/index.ts'
import type { AuditCheck } from '../verify.ts'

type Props = { readonly t: Texts; readonly check: AuditCheck }

/** Whether the log is as it was written, recomputed just now. */
export function IntegrityPage({ t, check }: Props) {
  return (
    <Stack>
      <Heading level={1}>{t('audit.integrity.title')}</Heading>
      <Lead>{t('audit.integrity.lead')}</Lead>
      {check.kind === 'whole' ? (
        <Notice kind="success">
          <p>{t('audit.integrity.whole', { lines: check.lines })}</p>
        </Notice>
      ) : (
        <Notice kind="alarm" title={t('audit.integrity.broken')}>
          <p>
            {check.from === undefined
              ? t('audit.integrity.endMissing')
              : t('audit.integrity.from', { line: check.from })}
          </p>
          <p>{t('audit.integrity.act')}</p>
        </Notice>
      )}
    </Stack>
  )
}

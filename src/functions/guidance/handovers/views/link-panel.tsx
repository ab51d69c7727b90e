import { Button, Code, Form, Hint, Notice, Prose, Section } from '../../../../ui/index.ts'
import { handoverPath } from '../handover-path.ts'
import type { HandoverPageProps } from './handover-page-props.ts'

/** The single-use link for a receiver without account, and the code that goes by another channel. */
export function LinkPanel({ t, handover, link, linkAddress }: HandoverPageProps) {
  const { secret } = link ?? {}
  return (
    <Section title={t('guidance.link.title')}>
      <Prose>
        <p>{t('guidance.link.lead')}</p>
      </Prose>
      {link && secret ? (
        <>
          <Code label={t('guidance.link.code')} value={`${secret.code.slice(0, 4)} ${secret.code.slice(4)}`} />
          <Hint>
            {handover.receiverEmail
              ? t('guidance.link.mailed', { email: handover.receiverEmail })
              : t('guidance.link.notMailed')}
          </Hint>
          {handover.receiverEmail ? null : (
            <Code label={t('guidance.link.address')} value={linkAddress(secret.token)} />
          )}
          <Hint>{t('guidance.link.until', { moment: t.moment(link.expiresAt) })}</Hint>
        </>
      ) : null}
      {link?.usedAt ? (
        <Notice>
          <p>{t('guidance.link.used', { moment: t.moment(link.usedAt) })}</p>
        </Notice>
      ) : null}
      <Form action={`${handoverPath(handover.caseId, handover.id)}/link`}>
        <Button look="secondary">{t(link ? 'guidance.link.again' : 'guidance.link.make')}</Button>
      </Form>
    </Section>
  )
}

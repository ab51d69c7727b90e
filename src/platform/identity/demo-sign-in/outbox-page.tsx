import { EmptyState, Heading, Hint, Lead, Link, Panel, Section, Stack } from '../../../ui/index.ts'
import type { Texts } from '../../messages/index.ts'
import type { OutboxMail } from './outbox.ts'

type Props = { readonly t: Texts; readonly mails: readonly OutboxMail[] }

/** Each mail as its reader would see it; the links work. */
export function OutboxPage({ t, mails }: Props) {
  return (
    <Stack>
      <Heading level={1}>{t('identity.outbox.title')}</Heading>
      <Lead>{t('identity.outbox.lead')}</Lead>
      {mails.length === 0 && (
        <EmptyState title={t('identity.outbox.none')} text={t('identity.outbox.noneText')} icon="mail" />
      )}
      {mails.map((mail) => (
        <Panel key={mail.id}>
          <Section title={mail.subject}>
            <Hint>{t('identity.outbox.to', { to: mail.to })}</Hint>
            {mail.text.split(/\n{2,}/).map((paragraph) => (
              <p key={paragraph}>
                {/^https?:\S+$/.test(paragraph) ? <Link href={paragraph}>{paragraph}</Link> : paragraph}
              </p>
            ))}
          </Section>
        </Panel>
      ))}
    </Stack>
  )
}

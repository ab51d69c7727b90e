import type { IsoDate } from '@meernet/calendar'
import { Cluster, Heading, Lead, LinkButton, Stack } from '../../ui/index.ts'
import type { Texts } from '../messages/index.ts'

type Props = {
  readonly t: Texts
  readonly code: string
  readonly requestId: string
  /** The day that the text names, of data that are frozen. */
  readonly since?: IsoDate | undefined
}

/** What happened, what to do, whom to ask; the number finds the line in the log. */
export function ErrorPage({ t, code, requestId, since }: Props) {
  return (
    <Stack>
      <Heading level={1}>{t(`http.error.${code}.title`)}</Heading>
      <Lead>{t(`http.error.${code}.text`, since ? { since: t.day(since) } : {})}</Lead>
      <Cluster>
        <LinkButton href="/">{t('http.error.home')}</LinkButton>
      </Cluster>
      {code === 'unexpected' && <p>{t('http.error.number', { number: requestId })}</p>}
    </Stack>
  )
}

import {
  Button,
  ButtonRow,
  DescriptionList,
  ErrorSummary,
  Form,
  Heading,
  LinkButton,
  LinkList,
  Notice,
  Panel,
  Section,
  Stack,
  Status,
} from '../../../../ui/index.ts'
import type { Texts } from '../../../messages/index.ts'
import type { Phone } from '../../devices/phone-store.ts'
import type { OpenMembership } from '../../memberships/membership-store.ts'
import type { OwnSession } from '../../sessions/session-store.ts'
import type { Account } from '../account-store.ts'
import { mayGiveUp, type Ways } from '../ways.ts'
import { OwnFields } from './own-fields.tsx'

type Props = {
  readonly t: Texts
  readonly account: Account
  readonly values: { readonly name: string; readonly language: string }
  readonly errors: readonly { readonly field: string; readonly text: string }[]
  readonly hasPassword: boolean
  readonly ways: Ways
  /** The session came of a provider of a municipality: ways in are not changed here. */
  readonly isOfProvider: boolean
  readonly sessions: readonly OwnSession[]
  readonly phones: readonly Phone[]
  /** The status of the membership one works in, and until when. */
  readonly secrecy: Pick<OpenMembership, 'secrecy' | 'secrecyReviewOn'> | undefined
  readonly currentSessionId: string | undefined
  readonly hasOtherMemberships: boolean
  readonly isDemo: boolean
}

/** Who I am here, how I sign in, where I am signed in. */
export function AccountPage(props: Props) {
  const { t, errors, hasOtherMemberships, isDemo } = props
  return (
    <Stack gap="large">
      <ErrorSummary title={t('form.summary')} errors={errors} />
      <Heading level={1}>{t('identity.account.title')}</Heading>
      <ButtonRow>
        {hasOtherMemberships && <LinkButton href="/memberships">{t('identity.account.switch')}</LinkButton>}
        <LinkButton href="/my-data" icon="scroll-text">
          {t('identity.account.myData')}
        </LinkButton>
        {isDemo && (
          <LinkButton href="/outbox" icon="mail">
            {t('identity.outbox.title')}
          </LinkButton>
        )}
      </ButtonRow>
      <Profile {...props} />
      <WaysIn {...props} />
      <Sessions {...props} />
      {props.phones.length > 0 && <Phones {...props} />}
    </Stack>
  )
}

function Profile({ t, account, values, errors, secrecy }: Props) {
  return (
    <Panel>
      <Form action="/account" label={t('identity.account.title')}>
        <OwnFields t={t} values={values} errors={errors} />
        <DescriptionList
          items={[
            { term: t('identity.email'), value: account.email },
            { term: t('identity.secrecy.title'), value: secrecy && secrecyText(t, secrecy) },
          ]}
        />
        <ButtonRow>
          <Button>{t('identity.save')}</Button>
        </ButtonRow>
      </Form>
    </Panel>
  )
}

function secrecyText(t: Texts, { secrecy, secrecyReviewOn }: Pick<OpenMembership, 'secrecy' | 'secrecyReviewOn'>) {
  const status = t(`identity.secrecy.${secrecy}`)
  if (secrecyReviewOn === null) return status
  const day = t.day(secrecyReviewOn)
  return t(secrecyReviewOn < t.today ? 'identity.secrecy.passed' : 'identity.secrecy.until', { status, day })
}

function WaysIn(props: Props) {
  const { t, account, hasPassword, ways, isOfProvider } = props
  const { hasSecondFactor } = account
  return (
    <Section title={t('identity.ways.title')}>
      <p>{t('identity.ways.text')}</p>
      <DescriptionList
        items={[
          { term: t('identity.ways.link'), value: t(`identity.ways.mail.${ways.opensByMail ? 'open' : 'shut'}`) },
          { term: t('identity.passkeys.title'), value: t('identity.ways.passkeys', { count: ways.passkeys }) },
          {
            term: t('identity.ways.password'),
            value: t(`identity.ways.state.${hasPassword ? (hasSecondFactor ? 'works' : 'noCode') : 'none'}`),
          },
        ]}
      />
      {isOfProvider ? (
        <Notice>
          <p>{t('identity.ways.ofProvider')}</p>
        </Notice>
      ) : (
        <ChangeWays {...props} />
      )}
    </Section>
  )
}

function ChangeWays({ t, hasPassword, ways }: Props) {
  return (
    <>
      <ButtonRow>
        <LinkButton href="/account/passkeys" icon="key-round">
          {t('identity.passkeys.title')}
        </LinkButton>
        <LinkButton href="/account/password" icon="lock">
          {t(hasPassword ? 'identity.password.change' : 'identity.password.choose')}
        </LinkButton>
        {hasPassword && (
          <LinkButton href="/account/second-factor" icon="shield">
            {t('identity.second.title')}
          </LinkButton>
        )}
      </ButtonRow>
      {(mayGiveUp(ways, 'mail') || !ways.opensByMail) && (
        <Form action={`/account/mail-links/${ways.opensByMail ? 'ending' : 'opening'}`}>
          <p>{t('identity.ways.mail.why')}</p>
          <ButtonRow>
            <Button look="secondary">{t(`identity.ways.mail.${ways.opensByMail ? 'shutIt' : 'openIt'}`)}</Button>
          </ButtonRow>
        </Form>
      )}
    </>
  )
}

function Sessions({ t, sessions, currentSessionId }: Props) {
  return (
    <Section title={t('identity.sessions.title')}>
      <LinkList
        label={t('identity.sessions.title')}
        items={sessions.map(({ id, device, createdAt, lastSeenAt }) => ({
          key: id,
          title: device || t('identity.sessions.unknown'),
          description: t('identity.sessions.since', { begun: t.moment(createdAt), used: t.moment(lastSeenAt) }),
          actions:
            id === currentSessionId ? (
              <Status word={t('identity.sessions.this')} icon="check" />
            ) : (
              <Form action={`/account/sessions/${id}/ending`} look="inline">
                <Button look="secondary" about={device}>
                  {t('identity.sessions.end')}
                </Button>
              </Form>
            ),
        }))}
      />
      <Form action="/account/sessions/ending">
        <Button look="secondary" icon="log-out">
          {t('identity.sessions.endAll')}
        </Button>
      </Form>
    </Section>
  )
}

function Phones({ t, phones }: Props) {
  return (
    <Section title={t('identity.phones.title')}>
      <p>{t('identity.phones.text')}</p>
      <LinkList
        label={t('identity.phones.title')}
        items={phones.map(({ id, device, lastSeenAt, wipeAskedAt, wipedAt, isShared }) => ({
          key: id,
          title: device || t('identity.sessions.unknown'),
          description: [
            t('identity.phones.seen', { moment: t.moment(lastSeenAt) }),
            isShared ? t('identity.phones.shared') : '',
          ]
            .filter(Boolean)
            .join(' · '),
          actions:
            wipeAskedAt || wipedAt ? (
              <Status
                word={t(wipedAt ? 'identity.phones.wiped' : 'identity.phones.wipeAsked')}
                icon={wipedAt ? 'check' : 'clock'}
              />
            ) : (
              <Form action={`/account/phones/${id}/wipe`} look="inline">
                <Button look="secondary" about={device}>
                  {t('identity.phones.wipe')}
                </Button>
              </Form>
            ),
        }))}
      />
    </Section>
  )
}

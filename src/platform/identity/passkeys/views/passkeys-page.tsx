import type { PublicKeyCredentialCreationOptionsJSON } from '@simplewebauthn/server'
import {
  BackLink,
  Button,
  ButtonRow,
  EmptyState,
  ErrorSummary,
  Form,
  Heading,
  Lead,
  LinkButton,
  LinkList,
  Notice,
  PasskeyForm,
  Section,
  Stack,
  TextField,
  WithoutPasskey,
} from '../../../../ui/index.ts'
import type { Texts } from '../../../messages/index.ts'
import type { OwnPasskey } from '../passkey-store.ts'

type Problems = readonly { readonly field: string; readonly text: string }[]
type Props = {
  readonly t: Texts
  readonly passkeys: readonly OwnPasskey[]
  readonly options: PublicKeyCredentialCreationOptionsJSON
  readonly name?: string | undefined
  readonly errors?: Problems
}

/** One's passkeys: which there are, and another on this device. */
export function PasskeysPage({ t, passkeys, options, name, errors = [] }: Props) {
  return (
    <Stack gap="large">
      <BackLink href="/account" text={t('identity.account.title')} />
      <ErrorSummary title={t('form.summary')} errors={errors} />
      <Heading level={1}>{t('identity.passkeys.title')}</Heading>
      <Lead>{t('identity.passkeys.lead')}</Lead>
      {passkeys.length === 0 ? (
        <EmptyState title={t('identity.passkeys.none')} icon="key-round" />
      ) : (
        <LinkList
          label={t('identity.passkeys.title')}
          items={passkeys.map((passkey) => ({
            key: passkey.id,
            title: passkey.name,
            description: useText(t, passkey),
            actions: (
              <LinkButton href={`/account/passkeys/${passkey.id}`} about={passkey.name}>
                {t('identity.passkeys.change')}
              </LinkButton>
            ),
          }))}
        />
      )}
      <Section title={t('identity.passkeys.add')}>
        <WithoutPasskey>
          <Notice>
            <p>{t('identity.passkeys.without')}</p>
          </Notice>
        </WithoutPasskey>
        <PasskeyForm
          action="/account/passkeys"
          asks="create"
          options={options}
          refusedText={t('identity.passkeys.refused')}
        >
          <TextField
            name="name"
            label={t('identity.passkeys.name')}
            hint={t('identity.passkeys.nameHint')}
            value={name}
            maxLength={60}
            required
            error={errors.find(({ field }) => field === 'name')?.text}
          />
          <ButtonRow>
            <Button icon="key-round">{t('identity.passkeys.make')}</Button>
          </ButtonRow>
        </PasskeyForm>
      </Section>
    </Stack>
  )
}

type OneProps = {
  readonly t: Texts
  readonly passkey: OwnPasskey
  readonly name: string
  readonly errors?: Problems
  /** It may not go: too few ways in would be left. */
  readonly isNeeded?: boolean
}

/** One passkey: another name, or away with it. */
export function PasskeyPage({ t, passkey, name, errors = [], isNeeded = false }: OneProps) {
  const path = `/account/passkeys/${passkey.id}`
  return (
    <Stack gap="large">
      <BackLink href="/account/passkeys" text={t('identity.passkeys.title')} />
      <ErrorSummary title={t('form.summary')} errors={errors} />
      {isNeeded && (
        <Notice kind="attention" announce>
          <p>{t('identity.ways.needed')}</p>
        </Notice>
      )}
      <Heading level={1}>{passkey.name}</Heading>
      <Lead>{useText(t, passkey)}</Lead>
      <Form action={path} label={t('identity.passkeys.name')}>
        <TextField
          name="name"
          label={t('identity.passkeys.name')}
          value={name}
          maxLength={60}
          required
          error={errors.find(({ field }) => field === 'name')?.text}
        />
        <ButtonRow>
          <Button>{t('identity.save')}</Button>
        </ButtonRow>
      </Form>
      <Section title={t('identity.passkeys.remove')}>
        <p>{t('identity.passkeys.removeText')}</p>
        <Form action={`${path}/ending`}>
          <ButtonRow>
            <Button look="danger">{t('identity.passkeys.removeNow')}</Button>
          </ButtonRow>
        </Form>
      </Section>
    </Stack>
  )
}

function useText(t: Texts, { createdAt, lastUsedAt }: OwnPasskey): string {
  const made = t.moment(createdAt)
  return lastUsedAt
    ? t('identity.passkeys.used', { made, used: t.moment(lastUsedAt) })
    : t('identity.passkeys.unused', { made })
}

import {
  Button,
  ButtonRow,
  Code,
  CodeField,
  ErrorSummary,
  Form,
  Heading,
  Lead,
  Link,
  LinkButton,
  List,
  Notice,
  QrCode,
  Section,
  Stack,
} from '../../../../ui/index.ts'
import type { Texts } from '../../../messages/index.ts'

type EnrolProps = {
  readonly t: Texts
  readonly modules: readonly (readonly boolean[])[]
  /** The same as the QR code, to type over. */
  readonly secretKey: string
  readonly backupCodes: readonly string[]
}

/** Three things to do: scan, keep the backup codes, type the first code. Shown once. */
export function EnrolPage({ t, modules, secretKey, backupCodes }: EnrolProps) {
  return (
    <Stack gap="large">
      <Heading level={1}>{t('identity.second.title')}</Heading>
      <Section title={t('identity.second.scan')}>
        <p>{t('identity.second.scanText')}</p>
        <QrCode modules={modules} label={t('identity.second.qr')} />
        <Code value={secretKey.replace(/(.{4})(?=.)/g, '$1 ')} label={t('identity.second.key')} />
      </Section>
      <BackupCodes t={t} codes={backupCodes} />
      <Section title={t('identity.second.first')}>
        <FirstCodeForm t={t} />
      </Section>
    </Stack>
  )
}

/** After a wrong first code: the app has the key already, so the code is asked again. */
export function FirstCodePage({ t, error }: { readonly t: Texts; readonly error: string }) {
  return (
    <Stack>
      <ErrorSummary title={t('form.summary')} errors={[{ field: 'code', text: error }]} />
      <Heading level={1}>{t('identity.second.first')}</Heading>
      <FirstCodeForm t={t} error={error} />
      <Link href="/account/second-factor">{t('identity.second.again')}</Link>
    </Stack>
  )
}

/** New backup codes, shown once. */
export function BackupCodesPage({ t, codes }: { readonly t: Texts; readonly codes: readonly string[] }) {
  return (
    <Stack>
      <Heading level={1}>{t('identity.second.codes')}</Heading>
      <Lead>{t('identity.second.codesRenewed')}</Lead>
      <BackupCodes t={t} codes={codes} />
      <ButtonRow>
        <LinkButton href="/account">{t('identity.second.kept')}</LinkButton>
      </ButtonRow>
    </Stack>
  )
}

function BackupCodes({ t, codes }: { readonly t: Texts; readonly codes: readonly string[] }) {
  return (
    <Section title={t('identity.second.codes')}>
      <Notice kind="attention">
        <p>{t('identity.second.codesText')}</p>
      </Notice>
      <List
        look="bare"
        items={codes.map((code) => (
          <code key={code} translate={false}>
            {code}
          </code>
        ))}
      />
    </Section>
  )
}

function FirstCodeForm({ t, error }: { readonly t: Texts; readonly error?: string }) {
  return (
    <Form action="/account/second-factor/verification">
      <CodeField
        name="code"
        label={t('identity.code')}
        hint={t('identity.second.firstText')}
        digits
        required
        error={error}
      />
      <ButtonRow>
        <Button>{t('identity.second.finish')}</Button>
      </ButtonRow>
    </Form>
  )
}

import type { FilledForm, PublicMunicipality } from '../../../platform/http/index.ts'
import type { Texts } from '../../../platform/messages/index.ts'
import {
  BackLink,
  Button,
  ButtonRow,
  ErrorSummary,
  FileField,
  Form,
  Heading,
  Lead,
  MunicipalityName,
  Panel,
  Stack,
} from '../../../ui/index.ts'
import { logoTypes, mostLogoBytes } from './logo.ts'

type Props = { readonly t: Texts; readonly form: FilledForm; readonly municipality: PublicMunicipality }

/** The logo as people see it, another one, or none. */
export function LogoPage({ t, form, municipality: { name, logo } }: Props) {
  return (
    <Stack>
      <BackLink href="/admin/municipality" text={t('municipalities.settings.title')} />
      <ErrorSummary title={t('form.summary')} errors={form.errors} />
      <Heading level={1}>{t('municipalities.logo')}</Heading>
      <Lead>{t('municipalities.logo.lead')}</Lead>
      <Panel>
        <MunicipalityName name={name} href="/today" logo={logo} />
      </Panel>
      <Form action="/admin/municipality/logo" encType="multipart/form-data">
        <FileField
          {...form.field('picture')}
          label={t('municipalities.logo.file')}
          hint={t('municipalities.logo.hint', { kilobytes: mostLogoBytes / 1024 })}
          accept={logoTypes.join()}
          required
        />
        <ButtonRow>
          <Button>{t('municipalities.save')}</Button>
        </ButtonRow>
      </Form>
      {logo ? (
        <Form action="/admin/municipality/logo/removal">
          <Button look="secondary" icon="trash-2">
            {t('municipalities.logo.remove')}
          </Button>
        </Form>
      ) : null}
    </Stack>
  )
}

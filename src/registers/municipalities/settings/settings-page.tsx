import type { FilledForm } from '../../../platform/http/index.ts'
import { languageNames, residentLanguages, type Texts } from '../../../platform/messages/index.ts'
import {
  Button,
  ButtonRow,
  CheckboxGroup,
  ErrorSummary,
  Fieldset,
  Form,
  Heading,
  LinkButton,
  Notice,
  PhoneField,
  RadioGroup,
  Select,
  Stack,
  TextField,
} from '../../../ui/index.ts'
import type { DataZone } from '../municipality-store.ts'

type Props = {
  readonly t: Texts
  readonly form: FilledForm
  readonly version: number
  readonly zones: readonly DataZone[]
  /** Somebody else saved first: the form shows what they saved. */
  readonly isStale: boolean
}

/** What people see of the municipality, and whom they reach. */
export function SettingsPage({ t, form, version, zones, isStale }: Props) {
  return (
    <Stack>
      <ErrorSummary title={t('form.summary')} errors={form.errors} />
      {isStale && (
        <Notice kind="attention" announce>
          <p>{t('municipalities.members.stale')}</p>
        </Notice>
      )}
      <Heading level={1}>{t('municipalities.settings.title')}</Heading>
      <Form action="/admin/municipality" hidden={{ version: String(version) }}>
        <TextField {...form.field('name')} label={t('municipalities.name')} maxLength={120} required />
        <Languages t={t} form={form} />
        <FrontDoor t={t} form={form} zones={zones} />
        <Fieldset legend={t('municipalities.colours')} hint={t('municipalities.colours.hint')}>
          <TextField {...form.field('primaryColour')} label={t('municipalities.colours.primary')} width="short" />
          <TextField {...form.field('accentColour')} label={t('municipalities.colours.accent')} width="short" />
        </Fieldset>
        <ButtonRow>
          <Button>{t('municipalities.save')}</Button>
          <LinkButton href="/admin/municipality/logo">{t('municipalities.logo')}</LinkButton>
        </ButtonRow>
      </Form>
    </Stack>
  )
}

type PartProps = { readonly t: Texts; readonly form: FilledForm }

function Languages({ t, form }: PartProps) {
  const choices = residentLanguages.map((value) => ({ value, label: languageNames[value] }))
  return (
    <Fieldset legend={t('municipalities.languages')}>
      <RadioGroup
        {...form.field('firstLanguage')}
        label={t('municipalities.languages.first')}
        choices={choices}
        inline
      />
      <CheckboxGroup {...form.list('languages')} label={t('municipalities.languages.all')} choices={choices} inline />
    </Fieldset>
  )
}

function FrontDoor({ t, form, zones }: PartProps & { readonly zones: readonly DataZone[] }) {
  return (
    <Fieldset legend={t('municipalities.contact')} hint={t('municipalities.contact.hint')}>
      <TextField {...form.field('contactName')} label={t('municipalities.contact.name')} maxLength={120} />
      <PhoneField {...form.field('contactPhone')} label={t('municipalities.contact.phone')} autocomplete="off" />
      <TextField {...form.field('contactAddress')} label={t('municipalities.contact.address')} maxLength={200} />
      <TextField {...form.field('contactHours')} label={t('municipalities.contact.hours')} maxLength={200} />
      <Select
        {...form.field('frontDoorZoneId')}
        label={t('municipalities.contact.zone')}
        hint={t('municipalities.contact.zoneHint')}
        emptyText={t('municipalities.contact.ownZone')}
        choices={zones.map(({ id, name }) => ({ value: id, label: name }))}
      />
      <PhoneField
        {...form.field('onCallPhone')}
        label={t('municipalities.onCallPhone')}
        hint={t('municipalities.onCallPhone.hint')}
        autocomplete="off"
      />
    </Fieldset>
  )
}

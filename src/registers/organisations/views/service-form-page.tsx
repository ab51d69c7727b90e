import type { FilledForm } from '../../../platform/http/index.ts'
import type { Texts } from '../../../platform/messages/index.ts'
import {
  BackLink,
  Button,
  ButtonRow,
  CheckboxGroup,
  ErrorSummary,
  Fieldset,
  Form,
  Heading,
  RadioGroup,
  Select,
  Stack,
  TextField,
} from '../../../ui/index.ts'
import { choicesOn, groupContent } from '../../frameworks/index.ts'
import { reaches, serviceStatuses } from '../service.ts'
import { ServiceContactFields, ServiceCostFields } from './service-fields.tsx'
import { ServiceTextFields } from './service-text-fields.tsx'

type Choice = { readonly id: string; readonly name: string }

type Props = {
  readonly t: Texts
  readonly form: FilledForm
  readonly id: string
  /** Version the form was made from; absent for a new service. */
  readonly version: string | undefined
  /** Organisations whose offer the reader may change. */
  readonly organisations: readonly Choice[]
  readonly neighbourhoods: readonly Choice[]
}

/** Makes or changes a service. */
export function ServiceFormPage({ t, form, id, version, organisations, neighbourhoods }: Props) {
  const isNew = version === undefined
  const address = isNew ? '/services' : `/services/${id}`
  return (
    <Stack>
      <BackLink href={address} text={t(isNew ? 'organisations.services' : 'organisations.service.back')} />
      <Heading level={1}>{t(isNew ? 'organisations.service.new' : 'organisations.service.edit')}</Heading>
      <Form action={address} hidden={{ id, version }}>
        <ErrorSummary title={t('form.summary')} errors={form.errors} />
        <WhatFields t={t} form={form} organisations={organisations} />
        <ServiceTextFields t={t} form={form} />
        <WhoAndWhereFields t={t} form={form} neighbourhoods={neighbourhoods} />
        <ServiceCostFields t={t} form={form} />
        <ServiceContactFields t={t} form={form} />
        <ButtonRow>
          <Button>{t('organisations.save')}</Button>
        </ButtonRow>
      </Form>
    </Stack>
  )
}

function WhatFields({ t, form, organisations }: Pick<Props, 't' | 'form' | 'organisations'>) {
  return (
    <Fieldset legend={t('organisations.service.what')}>
      <TextField {...form.field('name')} label={t('organisations.name')} maxLength={160} required />
      <TextField
        {...form.field('alternateName')}
        label={t('organisations.alternateName')}
        optionalText={t('organisations.optional')}
        maxLength={160}
      />
      <Select
        {...form.field('organisationId')}
        label={t('organisations.one')}
        emptyText={t('organisations.choose')}
        choices={choicesOf(organisations)}
        required
      />
      <RadioGroup
        {...form.field('status')}
        label={t('organisations.status')}
        choices={serviceStatuses.map((status) => ({ value: status, label: t(`organisations.status.${status}`) }))}
        inline
        required
      />
      <TextField
        {...form.field('tags')}
        label={t('organisations.tags')}
        hint={t('organisations.tags.hint')}
        maxLength={500}
      />
    </Fieldset>
  )
}

function WhoAndWhereFields({ t, form, neighbourhoods }: Pick<Props, 't' | 'form' | 'neighbourhoods'>) {
  return (
    <Fieldset legend={t('organisations.service.whoAndWhere')}>
      <CheckboxGroup
        {...form.list('groups')}
        label={t('resident.services.forWhom')}
        hint={t('organisations.groups.hint')}
        choices={choicesOn(groupContent, t.today, t.language)}
      />
      <RadioGroup
        {...form.field('reach')}
        label={t('resident.services.where')}
        choices={reaches.map((reach) => ({ value: reach, label: t(`resident.services.reach.${reach}`) }))}
        required
      />
      <CheckboxGroup
        {...form.list('neighbourhoodIds')}
        label={t('organisations.neighbourhoods')}
        hint={t('organisations.neighbourhoods.hint')}
        choices={choicesOf(neighbourhoods)}
      />
    </Fieldset>
  )
}

const choicesOf = (items: readonly Choice[]) => items.map(({ id, name }) => ({ value: id, label: name }))

import type { FilledForm } from '../../../../platform/http/index.ts'
import { languageName, spokenLanguages, type Texts } from '../../../../platform/messages/index.ts'
import type { Neighbourhood } from '../../../../registers/places/index.ts'
import {
  BackLink,
  Button,
  ButtonRow,
  CheckboxGroup,
  type Choice,
  Disclosure,
  ErrorSummary,
  Form,
  Heading,
  Lead,
  Link,
  LinkList,
  RadioGroup,
  Select,
  Stack,
  TextArea,
  TextField,
} from '../../../../ui/index.ts'
import { placeChoices } from '../../findings/views/choices.ts'
import { NameBox } from '../../findings/views/name-box.tsx'
import { type Asset, type AssetKind, assetKinds } from '../asset.ts'
import { answers, longest } from '../forms.ts'
import { placeTypeName, placeTypes } from '../place-type.ts'
import { Attribution } from './assets-page.tsx'

type Props = {
  readonly t: Texts
  readonly kind: AssetKind
  readonly form: FilledForm
  readonly asksAboutName: boolean
  readonly neighbourhoods: readonly Neighbourhood[]
  /** Organisations or services to choose from, when it is one of those. */
  readonly register: readonly Choice[]
  readonly id: string
  /** What is changed; a new one is added. */
  readonly changes: { readonly asset: Asset; readonly version: string } | undefined
}

/** Which kind of thing is added. */
export function ChooseKindPage({ t }: { readonly t: Texts }) {
  return (
    <Stack>
      <BackLink href="/analysis/places" text={t('analysis.asset.title')} />
      <Heading level={1}>{t('analysis.asset.new')}</Heading>
      <LinkList
        label={t('analysis.asset.kind')}
        items={assetKinds.map((kind) => ({
          key: kind,
          href: `/analysis/places/new?kind=${kind}`,
          title: t(`analysis.asset.kind.${kind}`),
          description: t(`analysis.asset.kind.hint.${kind}`),
        }))}
      />
    </Stack>
  )
}

/** Adds or changes a place, a person by what they do, or something of the register. */
export function WriteAssetPage(props: Props) {
  const { t, kind, form, id, changes } = props
  const title = t(`analysis.asset.kind.${kind}`)
  const action = changes ? `/analysis/places/${changes.asset.id}` : '/analysis/places'
  return (
    <Stack>
      <BackLink href="/analysis/places" text={t('analysis.asset.title')} />
      <Heading level={1}>{title}</Heading>
      <Lead>{t(`analysis.asset.kind.hint.${kind}`)}</Lead>
      <Form action={action} hidden={changes ? { kind, version: changes.version } : { kind, id }}>
        <ErrorSummary title={t('form.summary')} errors={form.errors} />
        <WhatFields {...props} />
        <WhereFields {...props} />
        {kind === 'place' ? <YesNoFields t={t} form={form} /> : null}
        {kind === 'place' || kind === 'antennaPoint' ? (
          <TextField
            {...form.field('openingHours')}
            label={t('analysis.asset.openingHours')}
            maxLength={longest.openingHours}
          />
        ) : null}
        {kind === 'organisation' || kind === 'service' ? null : <LanguageField t={t} form={form} />}
        <TextArea
          {...form.field('note')}
          rows={3}
          label={t('analysis.asset.note')}
          hint={t('analysis.asset.note.hint')}
          maxLength={longest.note}
          countText={t('analysis.finding.left')}
          numberPatternWarning={t('analysis.finding.error.numbers')}
        />
        <ButtonRow>
          <Button>{t('analysis.finding.save')}</Button>
        </ButtonRow>
      </Form>
      {changes ? <Rest t={t} {...changes} /> : null}
    </Stack>
  )
}

function WhatFields({ t, kind, form, asksAboutName, register }: Props) {
  if (kind === 'organisation' || kind === 'service')
    return (
      <Select
        {...form.field(kind === 'organisation' ? 'organisationId' : 'serviceId')}
        width="full"
        label={t(`analysis.asset.kind.${kind}`)}
        hint={t('analysis.asset.register.hint')}
        emptyText={t('analysis.finding.choose')}
        choices={register}
        required
      />
    )
  return (
    <>
      <TextField
        {...form.field('name')}
        label={t(kind === 'keyPerson' ? 'analysis.asset.function' : 'analysis.asset.name')}
        hint={t(`analysis.asset.name.hint.${kind}`)}
        maxLength={longest.name}
        required
      />
      <NameBox t={t} form={form} asksAboutName={asksAboutName} />
      {kind === 'place' ? (
        <Select
          {...form.field('placeType')}
          label={t('analysis.asset.type')}
          emptyText={t('analysis.finding.choose')}
          choices={placeTypes.map(({ code }) => ({ value: code, label: placeTypeName(code, t.language) }))}
          required
        />
      ) : null}
    </>
  )
}

function WhereFields({ t, kind, form, neighbourhoods }: Props) {
  return (
    <>
      <Select
        {...form.field('neighbourhoodId')}
        label={t('analysis.finding.neighbourhood')}
        emptyText={t('analysis.finding.choose')}
        choices={placeChoices(neighbourhoods)}
      />
      {kind === 'place' || kind === 'antennaPoint' ? (
        <TextField
          {...form.field('address')}
          label={t('analysis.asset.address')}
          hint={t('analysis.asset.address.hint')}
          maxLength={longest.address}
        />
      ) : null}
    </>
  )
}

type FieldsProps = Pick<Props, 't' | 'form'>

function YesNoFields({ t, form }: FieldsProps) {
  return (
    <>
      {(['isFree', 'isAccessible'] as const).map((name) => (
        <RadioGroup
          key={name}
          {...form.field(name)}
          label={t(`analysis.asset.${name}`)}
          choices={answers.map((answer) => ({ value: answer, label: t(`analysis.asset.answer.${answer}`) }))}
          inline
        />
      ))}
    </>
  )
}

function LanguageField({ t, form }: FieldsProps) {
  const choices = spokenLanguages.map((code) => ({ value: code, label: languageName(t, code) }))
  return (
    <Disclosure summary={t('analysis.asset.languages')} open={form.list('languages').values.length > 0}>
      <CheckboxGroup {...form.list('languages')} label={t('analysis.asset.languages')} choices={choices} inline />
    </Disclosure>
  )
}

function Rest({ t, asset, version }: { readonly t: Texts; readonly asset: Asset; readonly version: string }) {
  return (
    <>
      {asset.serviceId ? <Link href={`/services/${asset.serviceId}`}>{t('analysis.asset.toService')}</Link> : null}
      {asset.organisationId ? (
        <Link href={`/organisations/${asset.organisationId}`}>{t('analysis.asset.toOrganisation')}</Link>
      ) : null}
      {asset.origin === 'openStreetMap' ? <Attribution t={t} /> : null}
      <Form action={`/analysis/places/${asset.id}/removal`} hidden={{ version }} look="inline">
        <Button look="secondary" icon="trash-2">
          {t('analysis.asset.remove')}
        </Button>
      </Form>
    </>
  )
}

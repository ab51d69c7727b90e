import type { FilledForm } from '../../../../../platform/http/index.ts'
import { languageName, type Texts } from '../../../../../platform/messages/index.ts'
import { type MappedNeighbourhood, NeighbourhoodChoice } from '../../../../../registers/places/index.ts'
import { spokenLanguages } from '../../../../../registers/volunteers/index.ts'
import {
  BackLink,
  Button,
  ButtonRow,
  CheckboxGroup,
  DateField,
  ErrorSummary,
  Fieldset,
  Form,
  Grid,
  Heading,
  Notice,
  RadioGroup,
  Select,
  Stack,
  TextArea,
  TextField,
} from '../../../../../ui/index.ts'
import { legalGrounds } from '../../campaign.ts'

type Props = {
  readonly t: Texts
  readonly form: FilledForm
  readonly id: string
  /** Version the form was made from; absent for a new campaign. */
  readonly version: string | undefined
  /** Whether letters told where the visits are. */
  readonly isFixed: boolean
  readonly areas: readonly MappedNeighbourhood[]
  readonly coordinators: readonly { readonly userId: string; readonly name: string }[]
}

/** Plans a campaign: why, who decided, on what ground, where and when. Streets follow on the next page. */
export function CampaignFormPage({ t, form, id, version, isFixed, areas, coordinators }: Props) {
  const isNew = version === undefined
  const kind = form.field('kind').value
  const isSelected = kind === 'selected'
  const newTitle = t(isSelected ? 'detection.campaign.newSelected' : 'detection.campaign.new')
  return (
    <Stack>
      <BackLink
        href={isNew ? '/campaigns' : `/campaigns/${id}`}
        text={(!isNew && form.field('name').value) || t('detection.campaign.back')}
      />
      <Heading level={1}>{isNew ? newTitle : t('detection.campaign.edit')}</Heading>
      {isNew && isSelected ? <Notice title={t('detection.campaign.selected.rather')} /> : null}
      <Form action={isNew ? '/campaigns' : `/campaigns/${id}`} hidden={{ id, version, kind }}>
        <ErrorSummary title={t('form.summary')} errors={form.errors} />
        <Why t={t} form={form} isSelected={isSelected} />
        {isSelected ? <Selection t={t} form={form} /> : null}
        <Fieldset
          legend={t('detection.campaign.where')}
          hint={t(`detection.campaign.where.${isFixed ? 'fixed' : isSelected ? 'selected' : 'hint'}`)}
        >
          <NeighbourhoodChoice
            t={t}
            areas={areas}
            field={form.list('neighbourhoodIds')}
            label={t('detection.campaign.neighbourhoods')}
          />
        </Fieldset>
        <Fieldset legend={t('detection.campaign.when')}>
          <Grid cell="small">
            <DateField {...form.field('startsOn')} label={t('detection.campaign.startsOn')} required />
            <DateField {...form.field('endsOn')} label={t('detection.campaign.endsOn')} required />
          </Grid>
          <Select
            {...form.field('onCallUserId')}
            label={t('detection.campaign.onCall')}
            hint={t('detection.campaign.onCall.hint')}
            emptyText={t('detection.campaign.choose')}
            choices={coordinators.map(({ userId, name }) => ({ value: userId, label: name }))}
            required
          />
          <CheckboxGroup
            {...form.list('languages')}
            label={t('detection.campaign.languages')}
            hint={t('detection.campaign.languages.hint')}
            filterLabel={t('volunteers.languages.filter')}
            choices={spokenLanguages.map((value) => ({ value, label: languageName(t, value) }))}
          />
        </Fieldset>
        <ButtonRow>
          <Button>
            {isNew
              ? t(isSelected ? 'detection.campaign.toAddresses' : 'detection.campaign.toStreets')
              : t('detection.campaign.save')}
          </Button>
        </ButtonRow>
      </Form>
    </Stack>
  )
}

/** What is decided about a list before any address may be on it. */
function Selection({ t, form }: Pick<Props, 't' | 'form'>) {
  return (
    <Fieldset legend={t('detection.campaign.selection')} hint={t('detection.campaign.selection.hint')}>
      <TextArea
        {...form.field('criteria')}
        label={t('detection.campaign.criteria')}
        hint={t('detection.campaign.criteria.hint')}
        maxLength={400}
        required
      />
      <TextField
        {...form.field('letterWords')}
        label={t('detection.campaign.letterWords')}
        hint={t('detection.campaign.letterWords.hint')}
        required
      />
      <DateField
        {...form.field('destroyOn')}
        label={t('detection.campaign.destroyOn')}
        hint={t('detection.campaign.destroyOn.hint')}
        required
      />
    </Fieldset>
  )
}

function Why({ t, form, isSelected }: Pick<Props, 't' | 'form'> & { readonly isSelected: boolean }) {
  return (
    <Fieldset legend={t('detection.campaign.why')} hint={t('detection.campaign.why.hint')}>
      <TextField
        {...form.field('name')}
        label={t('detection.campaign.name')}
        hint={t(isSelected ? 'detection.campaign.name.selectedHint' : 'detection.campaign.name.hint')}
        required
      />
      <TextArea {...form.field('reason')} label={t('detection.campaign.reason')} maxLength={1000} required />
      <Grid>
        <TextField {...form.field('decidedBy')} label={t('detection.campaign.decidedBy')} required />
        <DateField {...form.field('decidedOn')} label={t('detection.campaign.decidedOn')} required />
      </Grid>
      <RadioGroup
        {...form.field('legalGroundType')}
        label={t('detection.campaign.legalGroundType')}
        choices={legalGrounds.map((value) => ({ value, label: t(`detection.campaign.ground.${value}`) }))}
      />
      <TextField
        {...form.field('legalGround')}
        label={t('detection.campaign.legalGround')}
        hint={t('detection.campaign.legalGround.hint')}
        required
      />
    </Fieldset>
  )
}

import {
  Button,
  ButtonRow,
  ErrorSummary,
  Form,
  Heading,
  Hint,
  NumberField,
  RadioGroup,
  Stack,
  TextField,
} from '../../../../ui/index.ts'
import { one } from '../step.ts'
import type { StepViewProps } from './step-props.ts'

type Props = StepViewProps<'people'> & {
  /** The heading stands above it already. */
  readonly isHeaded?: boolean
}

/** Who lives here: everything else follows from it. */
export function PeopleStep({ t, action, step: { told, sent, problems }, isHeaded = false }: Props) {
  const errorOf = (field: string) => {
    const found = problems.find((problem) => problem.field === field)
    return found ? t(`resident.rightsCheck.error.${found.problem}`) : undefined
  }
  const field = (name: string) => ({ name, value: one(sent, name), error: errorOf(name) })
  const optionalText = t('resident.rightsCheck.optional')
  return (
    <Stack>
      <ErrorSummary
        title={t('resident.rightsCheck.error.title')}
        errors={problems.map((problem) => ({ field: problem.field, text: errorOf(problem.field) ?? '' }))}
      />
      <Form action={action} hidden={{ told: JSON.stringify(told) }}>
        {isHeaded ? null : <Heading level={1}>{t('resident.rightsCheck.people.title')}</Heading>}
        <Hint>{t('resident.rightsCheck.people.hint')}</Hint>
        <NumberField {...field('age')} label={t('resident.rightsCheck.people.age')} />
        <RadioGroup
          {...field('partner')}
          label={t('resident.rightsCheck.people.partner')}
          inline
          choices={[
            { value: 'yes', label: t('resident.rightsCheck.yes') },
            { value: 'no', label: t('resident.rightsCheck.no') },
          ]}
        />
        <NumberField
          {...field('partnerAge')}
          label={t('resident.rightsCheck.people.partnerAge')}
          optionalText={optionalText}
        />
        <TextField
          {...field('children')}
          label={t('resident.rightsCheck.people.children')}
          hint={t('resident.rightsCheck.people.childrenHint')}
          optionalText={optionalText}
          maxLength={60}
        />
        <TextField
          {...field('others')}
          label={t('resident.rightsCheck.people.others')}
          hint={t('resident.rightsCheck.people.othersHint')}
          optionalText={optionalText}
          maxLength={60}
        />
        <ButtonRow>
          <Button name="do" value="people">
            {t('resident.rightsCheck.next')}
          </Button>
        </ButtonRow>
      </Form>
    </Stack>
  )
}

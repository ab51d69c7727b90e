import type { Told } from '@meernet/rights-engine'
import {
  Button,
  ButtonRow,
  Disclosure,
  EmptyState,
  Form,
  Heading,
  Lead,
  Notice,
  Section,
  Stack,
} from '../../../../ui/index.ts'
import { type CheckWords, said } from '../check-words.ts'
import { type ShownRight, shownResults } from '../results.ts'
import { personName } from './person-name.ts'
import { RightSheet } from './right-sheet.tsx'
import type { StepViewProps } from './step-props.ts'
import { ToldList } from './told-list.tsx'
import { UnlikelyList } from './unlikely-list.tsx'

/** What is worth asking, and of whom. Never that one gets it. */
export function ResultsStep(props: StepViewProps<'results'>) {
  const { t, model, action, step, ending, carried } = props
  const { told, outcomes, hasMore } = step
  const { worthAsking, already, unlikely } = shownResults(model, outcomes)
  return (
    <Stack>
      <Heading level={1}>{t('resident.rightsCheck.results.title')}</Heading>
      <Lead>{t('resident.rightsCheck.results.lead')}</Lead>
      <Notice kind="info">{t('resident.rightsCheck.results.noPromise')}</Notice>
      {worthAsking.length === 0 ? (
        <EmptyState
          title={t('resident.rightsCheck.results.nothing')}
          text={t('resident.rightsCheck.results.nothingNext')}
        />
      ) : (
        <Sheets {...props} rights={worthAsking} />
      )}
      <Form action={action} hidden={{ ...carried, told: JSON.stringify(told) }}>
        <ButtonRow>
          {hasMore ? (
            <Button name="do" value="goOn">
              {t('resident.rightsCheck.results.goOn')}
            </Button>
          ) : null}
          {ending ? null : (
            <Button look="secondary" icon="printer" prints>
              {t('resident.rightsCheck.results.print')}
            </Button>
          )}
          <Button look="quiet" name="do" value="again">
            {t('resident.rightsCheck.results.again')}
          </Button>
        </ButtonRow>
      </Form>
      {already.length > 0 ? (
        <Section title={t('resident.rightsCheck.results.already')}>
          <Names t={t} told={told} rights={already} model={model} />
        </Section>
      ) : null}
      {unlikely.length > 0 ? (
        <Disclosure summary={t('resident.rightsCheck.results.unlikely', { count: unlikely.length })}>
          <UnlikelyList t={t} told={told} rights={unlikely} model={model} />
        </Disclosure>
      ) : null}
      <ToldList {...props} />
      {ending?.(step, model)}
    </Stack>
  )
}

/** On a small screen all beyond these stay folded, so that what follows is in reach; a page is printed whole. */
const unfolded = 3

type SheetsProps = StepViewProps<'results'> & { readonly rights: readonly ShownRight[] }

function Sheets({ rights, ...props }: SheetsProps) {
  const sheet = (right: ShownRight) => <RightSheet key={`${right.id} ${right.status}`} {...props} right={right} />
  const folded = props.ending ? rights.slice(unfolded) : []
  return (
    <>
      {rights.slice(0, rights.length - folded.length).map(sheet)}
      {folded.length > 0 ? (
        <Disclosure summary={props.t('resident.rightsCheck.results.more', { count: folded.length })}>
          <Stack>{folded.map(sheet)}</Stack>
        </Disclosure>
      ) : null}
    </>
  )
}

type NamesProps = Pick<StepViewProps, 'model'> & {
  readonly t: CheckWords
  readonly told: Told
  readonly rights: readonly ShownRight[]
}

function Names({ t, told, rights, model }: NamesProps) {
  return (
    <ul>
      {rights.map(({ id, outcomes }) => {
        const people = [...new Set(outcomes.map(({ subject }) => personName(t, told, subject)))]
        return <li key={id}>{`${said(model.rights[id]?.name, t.language)} (${t.list(people)})`}</li>
      })}
    </ul>
  )
}

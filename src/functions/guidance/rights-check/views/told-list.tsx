import type { Told } from '@meernet/rights-engine'
import { Button, Disclosure, Form, Table } from '../../../../ui/index.ts'
import { type CheckWords, saidFirst } from '../check-words.ts'
import { personName } from './person-name.ts'
import type { StepViewProps } from './step-props.ts'

type Line = { readonly name: string; readonly asked: string; readonly answer: string }

/** What was told, with a way to change each answer. */
export function ToldList(props: StepViewProps<'results'>) {
  const { t, action, step, carried } = props
  const lines = linesOf(props)
  return (
    <Disclosure summary={t('resident.rightsCheck.told.title')}>
      <Form action={action} hidden={{ ...carried, told: JSON.stringify(step.told) }}>
        <Table
          caption={t('resident.rightsCheck.told.title')}
          columns={[
            {
              key: 'asked',
              rowHeader: true,
              heading: t('resident.rightsCheck.told.asked'),
              cell: (line: Line) => line.asked,
            },
            { key: 'answer', heading: t('resident.rightsCheck.told.answer'), cell: (line: Line) => line.answer },
            {
              key: 'change',
              heading: t('resident.rightsCheck.told.change'),
              headingHidden: true,
              cell: (line: Line) => (
                <Button look="quiet" name="do" value={`change ${line.name}`} about={line.asked}>
                  {t('resident.rightsCheck.told.change')}
                </Button>
              ),
            },
          ]}
          rows={lines}
          rowKey={({ name }) => name}
        />
      </Form>
    </Disclosure>
  )
}

function linesOf({ t, model, step: { told } }: StepViewProps<'results'>): readonly Line[] {
  const bearers: readonly (readonly [string, Told['household']])[] = [
    ['household', told.household],
    ['dwelling', told.dwelling],
    ...told.persons.map((person) => [person.id, person] as const),
  ]
  return bearers.flatMap(([of, facts]) =>
    Object.entries(facts).flatMap(([name, value]): Line[] => {
      const id = [of, 'person', 'child'].map((bearer) => `${bearer}.${name}`).find((one) => model.facts[one])
      const fact = id ? model.facts[id] : undefined
      if (!id || !fact || name === 'role' || id === 'household.region') return []
      const who = of === 'household' || of === 'dwelling' ? '' : ` (${personName(t, told, of)})`
      return [
        { name: `${id}@${of}`, asked: `${saidFirst(fact.noun, t.language)}${who}`, answer: answerOf(t, fact, value) },
      ]
    }),
  )
}

function answerOf(
  t: CheckWords,
  fact: StepViewProps['model']['facts'][string],
  value: boolean | number | string,
): string {
  if (typeof value === 'boolean') return t(value ? 'resident.rightsCheck.yes' : 'resident.rightsCheck.no')
  if (fact.type === 'money') return t.money(Number(value))
  if (fact.type === 'date') return t.day(String(value))
  return saidFirst(fact.values?.[String(value)], t.language) || String(value)
}

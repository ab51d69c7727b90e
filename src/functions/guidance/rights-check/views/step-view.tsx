import { PeopleStep } from './people-step.tsx'
import { QuestionStep } from './question-step.tsx'
import { ResultsStep } from './results-step.tsx'
import type { StepViewProps } from './step-props.ts'

/** One page of the check. */
export function StepView({ step, ...rest }: StepViewProps) {
  if (step.kind === 'people') return <PeopleStep {...rest} step={step} />
  if (step.kind === 'question') return <QuestionStep {...rest} step={step} />
  return <ResultsStep {...rest} step={step} />
}

import type { Check, Model, Told } from '@meernet/rights-engine'
import type { VNode } from 'preact'
import { useEffect, useRef, useState } from 'preact/hooks'
import { Heading } from '../../../ui/index.ts'
import type { CheckWords } from './check-words.ts'
import { firstStep, type Place, type Sent, type Step, stepAfter } from './step.ts'
import type { Contact } from './views/contact.ts'
import type { StepViewProps } from './views/step-props.ts'
import { StepView } from './views/step-view.tsx'

export type CheckOnDeviceProps = {
  readonly t: CheckWords
  /** The rules in the language of `t`; the first page does not wait for them. */
  readonly rules: Promise<Check>
  readonly place: Place
  /** Where the forms would go without script. */
  readonly action: string
  readonly contacts: Readonly<Record<string, Contact>>
  /** What was told before, to go on with; absent for a check that begins. */
  readonly told?: Told | undefined
  /** Called with every page that an answer brought, once it is there. */
  readonly onStep?: (step: Step) => void
  readonly ending?: StepViewProps<'results'>['ending']
}

/** The check on the device itself: the same pages as the server makes, and nothing of what is told leaves the device. */
export function CheckOnDevice({ rules, place, told, onStep, ...view }: CheckOnDeviceProps): VNode {
  const [step, setStep] = useState<Step | null>(() => (told ? null : firstStep(place)))
  const [check, setCheck] = useState<Check | null>(null)
  const top = useRef<HTMLDivElement>(null)
  useEffect(() => {
    let isWanted = true
    void rules.then((ready) => {
      if (!isWanted) return
      setCheck(ready)
      setStep((now) => (now || told ? spokenAnew(ready, now, told, place) : now))
    }, noRulesYet)
    return () => {
      isWanted = false
    }
  }, [rules])

  const send = async (event: SubmitEvent) => {
    event.preventDefault()
    const { target, submitter } = event
    if (!(target instanceof HTMLFormElement)) return
    const sent = sentFrom(new FormData(target, submitter))
    const ready = await rules.catch(noRulesYet)
    if (!ready) return
    const next = stepAfter(ready, sent, place)
    setCheck(ready)
    setStep(next)
    globalThis.scrollTo({ top: 0 })
    requestAnimationFrame(() => {
      focusOn(top.current)
      onStep?.(next)
    })
  }
  if (!step) return <Heading level={1}>{view.t('resident.rightsCheck.people.title')}</Heading>
  return (
    <div ref={top} onSubmit={send}>
      <StepView
        key={JSON.stringify([view.t.language, step.kind, step.told])}
        {...view}
        model={check?.model ?? noRules}
        step={step}
      />
    </div>
  )
}

/** The first page asks who lives here; it needs no rules. */
const noRules: Model = { facts: {}, definitions: {}, parameters: {}, rights: {} }

/** Who brings the rules says that they could not be had. */
const noRulesYet = (): undefined => undefined

/** The same page in another language, or where somebody left off: made again from what was told. */
function spokenAnew(check: Check, now: Step | null, told: Told | undefined, place: Place): Step | null {
  if (now?.kind === 'people') return now
  const known = now?.told ?? told
  return stepAfter(check, { told: JSON.stringify(known), do: now?.kind === 'results' ? 'show' : 'goOn' }, place)
}

/** Who hears the page is told what changed: what is wrong, else the new heading. */
function focusOn(page: HTMLElement | null): void {
  const heading = page?.querySelector<HTMLElement>('[role="alert"], h1')
  heading?.setAttribute('tabindex', '-1')
  heading?.focus()
}

function sentFrom(form: FormData): Sent {
  const names = [...new Set(form.keys())]
  return Object.fromEntries(names.map((name) => [name, form.getAll(name).map(String)]))
}

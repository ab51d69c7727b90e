import type { Check, Model, Told } from '@meernet/rights-engine'
import type { VNode } from 'preact'
import { useEffect, useMemo, useRef, useState } from 'preact/hooks'
import { Heading } from '../../../ui/index.ts'
import type { CheckWords } from './check-words.ts'
import { firstStep, type Place, placeKnownTo, type Sent, type Step, stepAfter } from './step.ts'
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

/** The page that is open, and the rules that made it; the first page needs none. */
type Open = { readonly step: Step | null; readonly check: Check | null }

/** The check on the device itself: the same pages as the server makes, and nothing of what is told leaves the device. */
export function CheckOnDevice({ rules, place, told, onStep, ...view }: CheckOnDeviceProps): VNode {
  const [open, setOpen] = useState<Open>(() => ({ step: told ? null : firstStep(place), check: null }))
  const top = useRef<HTMLDivElement>(null)
  useEffect(() => {
    let isWanted = true
    void rules.then((check) => isWanted && setOpen((now) => spokenAnew(now, check, told, place)), noRulesYet)
    return () => {
      isWanted = false
    }
  }, [rules])

  const send = async (event: SubmitEvent) => {
    // A form of the ending answers for itself.
    if (event.defaultPrevented) return
    event.preventDefault()
    const { target, submitter } = event
    if (!(target instanceof HTMLFormElement)) return
    const sent = sentFrom(new FormData(target, submitter))
    const check = await rules.catch(noRulesYet)
    if (!check) return
    const step = stepAfter(check, sent, placeKnownTo(check, place))
    setOpen({ step, check })
    globalThis.scrollTo({ top: 0 })
    requestAnimationFrame(() => {
      focusOn(top.current)
      onStep?.(step)
    })
  }
  // NOTE: drawn again for any other reason, the fields would lose what is being typed in them.
  const page = useMemo(() => <OpenPage {...view} {...open} />, [view.t, open])
  return (
    <div ref={top} onSubmit={send}>
      {page}
    </div>
  )
}

function OpenPage({ step, check, ...view }: Omit<StepViewProps, 'step' | 'model'> & Open) {
  if (!step) return <Heading level={1}>{view.t('resident.rightsCheck.people.title')}</Heading>
  const key = JSON.stringify([view.t.language, step.kind, step.told])
  return <StepView key={key} {...view} model={check?.model ?? noRules} step={step} />
}

/** The first page asks who lives here; it needs no rules. */
const noRules: Model = { facts: {}, definitions: {}, parameters: {}, rights: {} }

/** Who brings the rules says that they could not be had. */
const noRulesYet = (): undefined => undefined

/** The same page in another language, or where somebody left off: made again from what was told. */
function spokenAnew(now: Open, check: Check, told: Told | undefined, place: Place): Open {
  const { step } = now
  const known = step?.told ?? told
  if (step?.kind === 'people' || !known) return now
  const goOn = { told: JSON.stringify(known), do: step?.kind === 'results' ? 'show' : 'goOn' }
  return { step: stepAfter(check, goOn, placeKnownTo(check, place)), check }
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

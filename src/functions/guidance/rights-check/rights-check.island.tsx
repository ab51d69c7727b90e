import { type Check, createCheck, type Model } from '@meernet/rights-engine'
import { useEffect, useRef, useState } from 'preact/hooks'
import { Heading } from '../../../ui/index.ts'
import { type CheckLanguage, checkWords } from './check-words.ts'
import { modelIn } from './model-in.ts'
import { firstStep, type Place, type Sent, type Step, stepAfter } from './step.ts'
import type { Contact } from './views/contact.ts'
import { StepView } from './views/step-view.tsx'

export type RightsCheckProps = {
  readonly language: CheckLanguage
  readonly sentences: Readonly<Record<string, string>>
  readonly place: Place
  readonly action: string
  readonly contacts: Readonly<Record<string, Contact>>
}

/**
 * The check on the device itself: the same pages as the server makes, and nothing of what is told leaves the device. Before it is
 * awake it shows the heading and no form, because a form without it would send.
 */
export function RightsCheck({ language, sentences, place, action, contacts }: RightsCheckProps) {
  const [step, setStep] = useState<Step | null>(null)
  const top = useRef<HTMLDivElement>(null)
  const rules = useRef<Promise<Check> | null>(null)
  const t = checkWords(sentences, language)
  useEffect(() => {
    rules.current = modelIn(language).then(createCheck)
    setStep(firstStep(place))
  }, [language, place])
  const [check, setCheck] = useState<Check | null>(null)

  const send = async (event: SubmitEvent) => {
    event.preventDefault()
    const { target, submitter } = event
    if (!(target instanceof HTMLFormElement)) return
    const sent = sentFrom(new FormData(target, submitter))
    const ready = await rules.current
    if (!ready) return
    setCheck(ready)
    setStep(stepAfter(ready, sent, place))
    globalThis.scrollTo({ top: 0 })
    requestAnimationFrame(() => focusOn(top.current))
  }
  if (!step) return <Heading level={1}>{t('resident.rightsCheck.people.title')}</Heading>
  return (
    <div ref={top} onSubmit={send}>
      <StepView
        key={JSON.stringify([step.kind, step.told])}
        t={t}
        model={check?.model ?? noRules}
        action={action}
        step={step}
        contacts={contacts}
      />
    </div>
  )
}

/** The first page asks who lives here; it needs no rules. */
const noRules: Model = { facts: {}, definitions: {}, parameters: {}, rights: {} }

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

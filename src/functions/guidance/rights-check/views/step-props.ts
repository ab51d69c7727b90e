import type { Model } from '@meernet/rights-engine'
import type { VNode } from 'preact'
import type { CheckWords } from '../check-words.ts'
import type { Step } from '../step.ts'
import type { Contact } from './contact.ts'

/** What every page of the check is made from. */
export type StepViewProps<Kind extends Step['kind'] = Step['kind']> = {
  readonly t: CheckWords
  readonly model: Model
  /** Where the form goes when there is no script. */
  readonly action: string
  readonly step: Extract<Step, { readonly kind: Kind }>
  /** Whom to ask, by kind of service. */
  readonly contacts: Readonly<Record<string, Contact>>
  /** What travels along with the answers from page to page, unseen. */
  readonly carried?: Readonly<Record<string, string>> | undefined
  /** What stands at the end of the results; on a page it is printing. */
  readonly ending?: ((results: Extract<Step, { readonly kind: 'results' }>, model: Model) => VNode) | undefined
}

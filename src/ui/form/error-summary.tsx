import { fieldId } from '../fields/field.tsx'
import { Icon } from '../icon/icon.tsx'

/** What is wrong and where: `field` is the name of a field on the page; without it the sentence is about the whole. */
export type FieldProblem = { readonly field?: string | undefined; readonly text: string }

export type ErrorSummaryProps = { readonly title: string; readonly errors: readonly FieldProblem[] }

/** What to mend before going on, on top of the form; shows nothing when there is nothing wrong. Takes the focus when the page opens. */
export function ErrorSummary({ title, errors }: ErrorSummaryProps) {
  if (errors.length === 0) return null
  return (
    <div class="error-summary" role="alert" tabindex={-1} data-focus-on-load>
      <h2 class="heading heading-3">
        <Icon name="triangle-alert" /> {title}
      </h2>
      <ul class="error-summary-list">
        {errors.map(({ field, text }) => (
          <li key={`${field} ${text}`}>{field ? <a href={`#${fieldId(field)}`}>{text}</a> : text}</li>
        ))}
      </ul>
    </div>
  )
}

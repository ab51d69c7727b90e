import { autoSubmit } from './behaviours/auto-submit.ts'
import { countCharacters } from './behaviours/count-characters.ts'
import { focusOnLoad } from './behaviours/focus-on-load.ts'
import { numberPatternWarning } from './behaviours/number-pattern-warning.ts'
import { passkey } from './behaviours/passkey.ts'
import { print } from './behaviours/print.ts'

/**
 * Small behaviours, each asked for by an attribute in the HTML that says what it does to it (those of staff are in workplace.ts):
 *
 * - `data-auto-submit` on a select or box: sends its form when it changes.
 * - `data-count-characters="Left: #"` on a textarea with maxlength: keeps `<id>-count` up to date.
 * - `data-focus-on-load`: takes the focus when the page opens.
 * - `data-number-pattern-warning="sentence"` on a text box: shows the sentence while it holds a national or account number.
 * - `data-passkey="create"` or `"get"` on a form: asks the device for a passkey and sends its answer.
 * - `data-print` on a button: prints the page.
 *
 * `data-likely-next` on a link needs no script: the browser itself fetches the page when the link is pointed at, by
 * `public/speculation-rules.json`, named in the header `Speculation-Rules`. Only where reading writes no audit line.
 */
export function enhance(page: Document): void {
  for (const behaviour of behaviours) behaviour(page)
}

const behaviours = [focusOnLoad, autoSubmit, countCharacters, numberPatternWarning, passkey, print]

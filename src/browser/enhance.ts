import { autoSubmit } from './behaviours/auto-submit.ts'
import { closeItself } from './behaviours/close-itself.ts'
import { countCharacters } from './behaviours/count-characters.ts'
import { filterOptions } from './behaviours/filter-options.ts'
import { focusOnLoad } from './behaviours/focus-on-load.ts'
import { keepPlace } from './behaviours/keep-place.ts'
import { keyboardHelp } from './behaviours/keyboard-help.ts'
import { listKeys } from './behaviours/list-keys.ts'
import { numberPatternWarning } from './behaviours/number-pattern-warning.ts'
import { passkey } from './behaviours/passkey.ts'
import { print } from './behaviours/print.ts'

/**
 * Small behaviours, each asked for by an attribute in the HTML that says what it does to it:
 *
 * - `data-auto-submit` on a select or box: sends its form when it changes.
 * - `data-closes-itself` on details: Escape and a press elsewhere fold it.
 * - `data-count-characters="Left: #"` on a textarea with maxlength: keeps `<id>-count` up to date.
 * - `data-filter-options="list-id"` on a search box: hides the children of that list that do not hold what is typed.
 * - `data-focus-on-load`: takes the focus when the page opens.
 * - `data-keeps-place` on a mark of a map: a press on it does not scroll to the box it ticks.
 * - `data-key="a"` on a link or button: that letter presses it. `data-list-keys` around `data-list-item`s: j/k and arrows walk
 *   them. `/` goes to the search box. All off while typing, and by the switch in the keyboard help.
 * - `data-keyboard-help` on details: `?` folds and unfolds it; the box `data-keyboard-switch` inside turns letter keys off.
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

const behaviours = [
  focusOnLoad,
  autoSubmit,
  closeItself,
  countCharacters,
  filterOptions,
  keepPlace,
  keyboardHelp,
  listKeys,
  numberPatternWarning,
  passkey,
  print,
]

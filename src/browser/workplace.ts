/**
 * The browser's part of the workplace beside `web.ts`: its styles, and the behaviours that only staff meet, so that they do not
 * weigh on a resident's first visit.
 *
 * - `data-filter-options="list-id"` on a search box: hides the children of that list that do not hold what is typed.
 * - `data-follows`: follows what happens elsewhere by fetching the page anew, until it has no such part.
 * - `data-keeps-place` around marks of a map: a press on one does not scroll to the box it ticks.
 * - `data-key="a"` on a link or button: that letter presses it. `data-list-keys` around `data-list-item`s: j/k and arrows walk
 *   them. `/` goes to the search box. All off while typing, and by the switch in the keyboard help.
 * - `data-shrinks-photos` on a field for a file: a chosen photo is made smaller before it is sent.
 * - `data-sending` inside a form with a file: shows how much of a large one has left, and lets it be stopped.
 * - `data-keyboard-help` on details: `?` folds and unfolds it; the box `data-keyboard-switch` inside turns letter keys off.
 */
import '../ui/workplace.css'
import { filterOptions } from './behaviours/filter-options.ts'
import { follow } from './behaviours/follow.ts'
import { keepPlace } from './behaviours/keep-place.ts'
import { keyboardHelp } from './behaviours/keyboard-help.ts'
import { listKeys } from './behaviours/list-keys.ts'
import { showSending } from './behaviours/show-sending.ts'
import { shrinkPhotos } from './behaviours/shrink-photos.ts'

for (const behaviour of [filterOptions, follow, keepPlace, keyboardHelp, listKeys, showSending, shrinkPhotos])
  behaviour(document)

/** The browser's part of every web page: the styles, small behaviours, islands. Pages work without it. */
import '../ui/styles.css'
import { enhance } from './enhance.ts'

enhance(document)
// Most pages of residents have no island: the list of them all would weigh on their first visit.
if (document.querySelector('[data-island]'))
  void import('./hydrate.ts').then(({ hydrateIslands }) => hydrateIslands(document))

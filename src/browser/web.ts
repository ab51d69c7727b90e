/** The browser's part of every web page: the styles, small behaviours, islands. Pages work without it. */
import '../ui/styles.css'
import { enhance } from './enhance.ts'
import { hydrateIslands } from './hydrate.ts'

enhance(document)
void hydrateIslands(document)

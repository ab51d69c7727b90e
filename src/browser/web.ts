/** The browser's part of every web page: the styles and small behaviours. Pages work without it. Islands have `islands.ts`. */
import '../ui/styles.css'
import { enhance } from './enhance.ts'

enhance(document)

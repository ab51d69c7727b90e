export { brokenLines, type Direction, lineRuns } from './line-runs.ts'
export { type Look, mm, type Pen, type Place, penOn, registerFonts } from './pen.ts'

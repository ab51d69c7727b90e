export { brokenLines, type Direction, lineRuns } from './line-runs.ts'
export { type Look, lineHeight, mm, type Pen, type Place, penOn, registerFonts } from './pen.ts'

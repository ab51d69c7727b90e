export { type Doubtful, type Freshness, freshness, type Stop } from './freshness.ts'
export { belgium } from './generated/model.ts'
export { parametersOf, rightsByParameter } from './used-by.ts'

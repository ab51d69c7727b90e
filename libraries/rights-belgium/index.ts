export { belgium } from './generated/model.ts'

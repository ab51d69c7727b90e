export { beginToFollow } from './actions.ts'
export { nameOfRight } from './right-words.ts'

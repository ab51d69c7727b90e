export { answerOnce } from './answer-once.ts'
export { type Calculate, type Calculation, calculateHere } from './calculation.ts'
export { openThreads, ThreadFailed, type ThreadLimits, type Threads } from './threads.ts'

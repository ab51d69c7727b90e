// A thread for tests: adds numbers up, fails or takes too much memory as it is asked.
import { answerOnce } from '../../src/platform/threads/index.ts'
import { sum } from './sums.ts'

answerOnce(sum)

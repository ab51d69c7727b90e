import { answerOnce } from '../../../../platform/threads/index.ts'
import { protectionOfFamily } from './family-protection.ts'

answerOnce(protectionOfFamily)

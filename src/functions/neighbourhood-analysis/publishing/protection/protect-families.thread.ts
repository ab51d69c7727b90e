import { answerOnce } from '../../../../platform/threads/index.ts'
import { protectionOfFamilies } from './family-protection.ts'

answerOnce(protectionOfFamilies)

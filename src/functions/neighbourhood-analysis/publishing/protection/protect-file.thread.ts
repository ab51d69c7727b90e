import { answerOnce } from '../../../../platform/threads/index.ts'
import { protectionOfFile } from './file-protection.ts'

answerOnce(protectionOfFile)

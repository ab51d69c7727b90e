export { type DatabaseCase, examineDatabase } from './database.ts'
export { type Finding, wrong } from './finding.ts'
export { examineBackupKey, examineDisk, examineKeyFile, examineMail, examineNames, examineSettings } from './machine.ts'
export { examineAddress, examinePort } from './reach.ts'

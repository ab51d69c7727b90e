export { BackupDamaged, type BackupSecret } from './envelope.ts'
export { type Restored, RestoreRefused, restoreBackup } from './restore.ts'
export { type Verified, verifyBackup } from './verify-backup.ts'
export { type Written, writeBackup } from './write-backup.ts'

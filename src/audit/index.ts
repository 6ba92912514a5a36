export { recordEntry } from './audit-store.ts'
export { type SealedHead, sealEntries } from './seal-entries.ts'
export { type Verification, verifyRecord } from './verify-record.ts'

export { type AccountEntry, countDoneByDay, type DayCount, listDoneFor } from './account-entries-store.ts'
export { recordEntry } from './audit-store.ts'
export { type SealedHead, sealEntries } from './seal-entries.ts'
export { type Verification, verifyRecord } from './verify-record.ts'

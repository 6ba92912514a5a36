export { createDiskStorage, type DiskStorage } from './disk.ts'
export { StorageFault, type StorageFaultKind, type StoragePort } from './storage.ts'
